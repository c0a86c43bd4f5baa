import { lookup as systemLookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import type { Response } from 'undici';
import { addressProblem, insideSentence, isNamed, isPublicAddress, shown } from './feed-address.ts';
import type { FeedHosts } from './feed-address.ts';

export interface FetchedFeed {
  bytes: Uint8Array;
  contentType: string;
  /** The final address after redirects. */
  address: string;
}

export interface FetchLimits {
  /** Of the response as sent, and of what it unpacks to. */
  bytes: number;
  /** For everything together, redirects included. */
  seconds: number;
  redirects: number;
}

const usual: FetchLimits = { bytes: 8 * 1024 * 1024, seconds: 30, redirects: 5 };

/** The addresses of a name, as the system's resolver gives them. */
export type Resolver = (name: string) => Promise<LookupAddress[]>;

interface FetchOptions {
  hosts?: FeedHosts;
  resolve?: Resolver;
  limits?: Partial<FetchLimits>;
}

/** A reason for the person who asked for the feed. */
class Refused extends Error {}

/**
 * Gets a partner's feed. A stranger decides what is at the address and where it leads: each address on the way is
 * checked, and so is the IP address that each connection goes to, so that a name cannot lead into our own network,
 * even if it resolves to another address the second time.
 */
export async function fetchFeed(
  source: string,
  { hosts = [], resolve = systemAddresses, limits }: FetchOptions = {},
): Promise<FetchedFeed | { refused: string }> {
  const most = { ...usual, ...limits };
  const timeout = AbortSignal.timeout(most.seconds * 1000);
  let url = URL.parse(source);
  if (!url) return { refused: `${shown(source)}不是完整的网址，请核对地址。` };
  try {
    for (let redirects = 0; ; redirects++) {
      if (redirects > most.redirects)
        throw new Refused('对方的网站转来转去，没有给出订阅，请向对方单位核对地址。');
      const next: FetchedFeed | URL = await oneStep(url, hosts, resolve, most, timeout);
      if (!(next instanceof URL)) return next;
      url = next;
    }
  } catch (error) {
    return { refused: sentenceFor(error, url.href, most) };
  }
}

async function oneStep(
  url: URL,
  hosts: FeedHosts,
  resolve: Resolver,
  most: FetchLimits,
  signal: AbortSignal,
): Promise<FetchedFeed | URL> {
  const problem = addressProblem(url, hosts);
  if (problem !== undefined) throw new Refused(problem);
  // One for each step, because what a name may resolve to depends on the address.
  const agent = new Agent({
    maxResponseSize: most.bytes,
    connect: { lookup: guardedLookup(url, hosts, resolve), timeout: most.seconds * 1000 },
  });
  try {
    const response = await fetch(url, {
      dispatcher: agent,
      signal,
      redirect: 'manual',
      headers: {
        accept:
          'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
        'user-agent': 'GongjianHub (feed reader)',
      },
    });
    return redirectOf(response, url) ?? (await feedOf(response, url, most));
  } finally {
    await agent.destroy();
  }
}

/** Gives a connection only addresses that it may go to. The connection is made to one of them, without asking again. */
export function guardedLookup(url: URL, hosts: FeedHosts, resolve: Resolver): LookupFunction {
  return (name, { all }, done) => {
    resolve(name).then(
      (found) => {
        const allowed = isNamed(url, hosts) ? found : found.filter(({ address }) => isPublicAddress(address));
        const [first] = allowed;
        if (!first) done(new Refused(insideSentence(url, found[0]?.address ?? '')), []);
        else if (all === true) done(null, allowed);
        else done(null, first.address, first.family);
      },
      (error: unknown) => {
        done(error as NodeJS.ErrnoException, []);
      },
    );
  };
}

const systemAddresses: Resolver = (name) =>
  new Promise((resolve, reject) => {
    systemLookup(name, { all: true }, (error, found) => {
      if (error) reject(error);
      else resolve(found);
    });
  });

/** The next address, if the response is a redirect. */
function redirectOf({ status, headers }: Response, url: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  // Header bytes arrive as Latin-1; sites write Chinese paths into them in UTF-8.
  const written = Buffer.from(headers.get('location') ?? '', 'latin1').toString('utf8');
  const next = written === '' ? null : URL.parse(written, url);
  if (!next) throw new Refused('对方的网站要转到别处，但没有说清转到哪里，请向对方单位核对地址。');
  return next;
}

async function feedOf(response: Response, url: URL, most: FetchLimits): Promise<FetchedFeed> {
  const { ok, status, headers } = response;
  if (status === 401 || status === 403)
    throw new Refused('对方的网站不让看，请向对方单位要一个公开的订阅（RSS）地址。');
  if (!ok) throw new Refused(`对方的网站打不开${shown(url.href)}（${String(status)}），请核对地址。`);
  const contentType = headers.get('content-type') ?? '';
  const kind = Object.entries(otherKinds).find(([start]) => contentType.toLowerCase().startsWith(start))?.[1];
  if (kind !== undefined) throw new Refused(`这个地址给的是${kind}，不是订阅，请核对地址。`);
  if (Number(headers.get('content-length') ?? 0) > most.bytes) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  // What is read here is unpacked already.
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > most.bytes) throw tooLarge(most);
    chunks.push(bytes);
  }
  return { bytes: Buffer.concat(chunks), contentType, address: url.href };
}

/** Types that no server sends for a feed by mistake. */
const otherKinds: Readonly<Record<string, string>> = {
  'image/': '一张图片',
  'audio/': '一段录音',
  'video/': '一段视频',
  'font/': '一个字体',
  'application/pdf': '一份 PDF 文件',
  'application/zip': '一个压缩包',
};

const tooLarge = ({ bytes }: FetchLimits): Refused =>
  new Refused(
    `对方的订阅太大，超过 ${String(Math.floor(bytes / 1024 / 1024))} MB，没有取。请向对方单位要一个只列最近内容的订阅。`,
  );

/** The error that says most is the innermost; undici wraps it in its own. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let each = error; each instanceof Error && causes.length < 10; each = each.cause) {
    causes.push(each, ...(each instanceof AggregateError ? each.errors : []));
  }
  return causes;
}

function sentenceFor(error: unknown, address: string, most: FetchLimits): string {
  const causes = causesOf(error);
  const refused = causes.find((each) => each instanceof Refused);
  if (refused) return refused.message;
  const has = (pattern: RegExp): boolean =>
    causes.some((each) => {
      const { name, code, message } = each as NodeJS.ErrnoException;
      return pattern.test(name) || pattern.test(String(code)) || pattern.test(message);
    });
  if (has(/TimeoutError|TIMEOUT/))
    return `对方的网站太慢，${String(most.seconds)} 秒还没有传完，请过一会儿再取一次。`;
  if (has(/EXCEEDED_MAX_SIZE/)) return tooLarge(most).message;
  if (has(/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|ISSUER/))
    return `${shown(address)}的安全证书有问题，没有取，请告诉对方单位。`;
  if (has(/ENOTFOUND|EAI_/)) return `找不到网站${shown(address)}，请核对地址。`;
  if (has(/^(?:Z_|ERR__ERROR|ERR_PADDING|ERR_BROTLI|UND_ERR_RES|UND_ERR_SOCKET|ZSTD)|ECONNRESET/))
    return '对方的订阅没有传完，请过一会儿再取一次。';
  if (has(/HTTPParserError|HEADERS_OVERFLOW|content-encodings/))
    return '对方的网站回答得不合规矩，读不懂，请告诉对方单位。';
  return `连不上${shown(address)}，请核对地址，或者过一会儿再取一次。`;
}
