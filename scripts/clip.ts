// What for: imports the newest entries of a partner's feed (RSS, Atom, JSON Feed) as unreviewed clippings. The checker
//           rejects them until an editor has added a summary and the name of the reviewer.
// How: node scripts/run.mjs clip <feed: file or address> <slug of the unit> [content folder]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { decodeFeed } from '../src/library/partner-feeds/decode-feed.ts';
import { readPartnerFeed } from '../src/library/partner-feeds/partner-feed.ts';
import type { PartnerItem } from '../src/library/partner-feeds/partner-feed.ts';
import { folderOf } from '../src/model/addresses/entry-addresses.ts';
import { collectionOf } from '../src/model/collections.ts';
import { readEntryValues, writeEntry } from '../src/model/front-matter/entry-file.ts';
import { today } from '../src/site/dates.ts';

export { decodeFeed };

const newest = 10;

/** The items of a feed that can be cited. */
export const itemsOf = (text: string, address?: string): PartnerItem[] =>
  readPartnerFeed(text, address).items;

/** The reason why a feed cannot be imported, for the person who runs the script. Shown without a stack trace. */
export class ClipError extends Error {}

interface ClipOptions {
  /** Address of the feed, to resolve relative links. */
  address?: string | undefined;
  /** Called with a line for each entry that cannot be cited. */
  say?: (line: string) => void;
}

/** Writes the clippings that are new; returns how many. */
export async function clip(
  text: string,
  org: string,
  content: string,
  { address, say }: ClipOptions = {},
): Promise<number> {
  const feed = readPartnerFeed(text, address);
  if (feed.refused !== undefined) throw new ClipError(feed.refused);
  const { texts } = await readContentFolder(content).catch(() => {
    throw new ClipError(`找不到内容文件夹“${content}”，请核对它的名字。`);
  });
  const valuesIn = (name: 'clippings' | 'orgs'): Record<string, unknown>[] =>
    [...texts]
      .filter(([file]) => file.startsWith(`${name}/`))
      .map(([, entry]) => readEntryValues(collectionOf(name), entry));
  if (!valuesIn('orgs').some(({ slug }) => slug === org))
    throw new ClipError(`The content has no unit with the slug "${org}".`);
  // Read without the check, so that unreviewed clippings count as known too.
  const there = valuesIn('clippings');
  const known = new Set(there.map(({ url }) => url));
  const slugs = new Set(there.map(({ slug }) => slug));
  // Take the newest before dropping known ones: a second import must not fetch older ones.
  const fresh = feed.items
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .slice(0, newest)
    .filter(({ url }) => !known.has(url));
  const clippings = collectionOf('clippings');
  for (const { title, url, day } of fresh) {
    // A slug has at most 60 characters; day and number take fifteen.
    const slug = freeSlug(`${org.slice(0, 45).replace(/-$/, '')}-${day}`, slugs);
    const values = { title, slug, org, published: day, url, taken: today() };
    const file = path.join(content, folderOf(clippings, values), 'index.md');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, writeEntry(clippings, values));
  }
  for (const { title, reason } of feed.leftOut) {
    say?.(`没有取${title === '' ? '其中一条' : `“${title}”`}：${reason}。`);
  }
  return fresh.length;
}

function freeSlug(wanted: string, slugs: Set<unknown>): string {
  let slug = wanted;
  for (let count = 2; slugs.has(slug); count++) slug = `${wanted}-${String(count)}`;
  slugs.add(slug);
  return slug;
}

/** The text of a feed, and its final address after redirects; a file has none. */
async function feedAt(source: string): Promise<{ text: string; address?: string }> {
  if (!/^https?:/i.test(source)) {
    const bytes = await readFile(source).catch(() => undefined);
    if (bytes === undefined) throw new ClipError(`找不到文件“${source}”，请核对它的名字。`);
    return { text: decodeFeed(bytes) };
  }
  const answer = await fetch(source, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
  if (answer === undefined) throw new ClipError(`连不上“${source}”，请核对地址，或者过一会儿再取一次。`);
  const { ok, status, headers, url } = answer;
  if (status === 401 || status === 403)
    throw new ClipError('对方的网站不让看，请向对方单位要一个公开的订阅（RSS）地址。');
  if (!ok) throw new ClipError(`对方的网站打不开“${source}”（${String(status)}），请核对地址。`);
  const bytes = await answer.bytes().catch(() => undefined);
  if (bytes === undefined) throw new ClipError('对方的订阅没有传完，请过一会儿再取一次。');
  return { text: decodeFeed(bytes, headers.get('content-type') ?? ''), address: url };
}

if (import.meta.filename === process.argv[1]) {
  const [source, org, folder = 'content'] = process.argv.slice(2);
  if (source === undefined || org === undefined) {
    process.stderr.write('Usage: node scripts/run.mjs clip <feed> <slug of the unit> [content folder]\n');
    process.exitCode = 2;
  } else {
    try {
      const { text, address } = await feedAt(source);
      const say = (line: string): void => void process.stdout.write(`${line}\n`);
      const count = await clip(text, org, path.resolve(folder), { address, say });
      process.stdout.write(`取来 ${String(count)} 条，请看过以后写上“说了什么”和“谁看过”，再发布。\n`);
    } catch (error) {
      if (!(error instanceof ClipError)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    }
  }
}
