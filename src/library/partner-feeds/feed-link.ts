import { hostOf, isNamed, isPublicAddress, literalAddress, shown } from './feed-address.ts';
import type { FeedHosts } from './feed-address.ts';
import type { RawFeedEntry } from './feed-entries.ts';

/** Longer ones are not addresses of pages, and no one can cite them. */
const longest = 2000;

/** The absolute address of an entry's page, or why there is none that readers can open. */
export function linkOf(
  entry: RawFeedEntry,
  address: string | undefined,
  hosts: FeedHosts = [],
): { url: string } | { reason: string } {
  const [first] = entry.links;
  if (first === undefined) return { reason: '没有找到原文网址' };
  const base = baseOf(entry, address);
  const found = entry.links.map((link) => whole(link.trim(), base, hosts));
  return found.find((link) => 'url' in link) ?? found[0] ?? { reason: '没有找到原文网址' };
}

/** `xml:base` from the inside out, then the page of the feed, then the address of the feed. */
function baseOf({ bases, home }: RawFeedEntry, address: string | undefined): URL | undefined {
  const found = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  const page = home.map((each) => URL.parse(each.trim(), found)).find((url) => url !== null);
  return bases.reduceRight<URL | undefined>((outer, each) => URL.parse(each, outer) ?? outer, page ?? found);
}

function whole(link: string, base: URL | undefined, hosts: FeedHosts): { url: string } | { reason: string } {
  if (link.length > longest) return { reason: `原文网址太长，有 ${String(link.length)} 个字` };
  // `www.a.example/1` without a scheme would be treated as a file next to the feed.
  const host = /^((?:[\w-]+\.)+[a-z]{2,})(?:[/?#:]|$)/i.exec(link)?.[1];
  const isHost = host !== undefined && (/^www\./i.test(host) || host.toLowerCase() === base?.hostname);
  const url = URL.parse(isHost ? `${base?.protocol ?? 'http:'}//${link}` : link, base);
  if (url === null) return { reason: `原文网址${shown(link)}不完整，也不知道是哪个网站的` };
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { reason: `原文网址${shown(link)}不是网页` };
  if (url.username !== '' || url.password !== '') return { reason: '原文网址里写着用户名或密码' };
  if (unsafePort(url)) return { reason: `原文网址${shown(link)}的端口不是网站用的，浏览器打不开` };
  if (isInside(url) && !isNamed(url, hosts))
    return { reason: `原文网址${shown(link)}是对方单位内部的地址，读者打不开` };
  // Chinese in an address takes nine characters for each.
  return url.href.length > longest
    ? { reason: `原文网址太长，有 ${String(url.href.length)} 个字` }
    : { url: url.href };
}

/** Below 1024, browsers open 80 and 443 and few sites use others; the services there are refused by browsers. */
const unsafePort = ({ port }: URL): boolean => port !== '' && Number(port) < 1024 && !/^8\d$/.test(port);

/** Host names and addresses of private networks (RFC 6761, 6762 and others). */
function isInside(url: URL): boolean {
  const literal = literalAddress(url);
  if (literal !== undefined) return !isPublicAddress(literal);
  const host = hostOf(url);
  return (
    !host.includes('.') ||
    /\.(?:local|localhost|lan|internal|intranet|corp|home|private|home\.arpa|onion)$/.test(host)
  );
}
