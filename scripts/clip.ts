// What for: imports the newest entries of partners' feeds (RSS, Atom, JSON Feed) as unreviewed clippings. The checker
//           rejects them until an editor has added a summary and the name of the reviewer.
// How: node scripts/run.mjs clip <feed: file or address> <slug of the unit> [content folder]
//      node scripts/run.mjs clip --list <file> [content folder]   (a feed and a unit in each line; # for remarks)
//      FEED_HOSTS names hosts that may be in the private network, or use another port: news.campus.lan, a.example:7001
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { decodeFeed } from '../src/library/partner-feeds/decode-feed.ts';
import { readFeedHosts, shown } from '../src/library/partner-feeds/feed-address.ts';
import type { FeedHosts } from '../src/library/partner-feeds/feed-address.ts';
import { fetchFeed } from '../src/library/partner-feeds/fetch-feed.ts';
import { readPartnerFeed } from '../src/library/partner-feeds/partner-feed.ts';
import type { PartnerItem } from '../src/library/partner-feeds/partner-feed.ts';
import { folderOf } from '../src/model/addresses/entry-addresses.ts';
import { collectionOf } from '../src/model/collections.ts';
import { readEntryValues, writeEntry } from '../src/model/front-matter/entry-file.ts';
import { today } from '../src/site/dates.ts';

export { decodeFeed };

const newest = 10;
/** Reasons that are shown one by one; a feed of a stranger may have thousands. */
const mostReasons = 20;
const largestFile = 8 * 1024 * 1024;

/** The items of a feed that can be cited. */
export const itemsOf = (text: string, address?: string): PartnerItem[] =>
  readPartnerFeed(text, address).items;

/** The reason why a feed cannot be imported, for the person who runs the script. Shown without a stack trace. */
export class ClipError extends Error {}

interface ClipOptions {
  /** Address of the feed, to resolve relative links. */
  address?: string | undefined;
  hosts?: FeedHosts;
  /** Called with a line for each entry that cannot be cited. */
  say?: (line: string) => void;
}

/** Writes the clippings that are new; returns how many. */
export async function clip(
  text: string,
  org: string,
  content: string,
  { address, hosts, say }: ClipOptions = {},
): Promise<number> {
  const feed = readPartnerFeed(text, address, hosts);
  if (feed.refused !== undefined) throw new ClipError(feed.refused);
  const { texts } = await readContentFolder(content).catch(() => {
    throw new ClipError(`找不到内容文件夹“${content}”，请核对它的名字。`);
  });
  const valuesIn = (name: 'clippings' | 'orgs'): Record<string, unknown>[] =>
    [...texts]
      .filter(([file]) => file.startsWith(`${name}/`))
      .map(([, entry]) => readEntryValues(collectionOf(name), entry));
  if (!valuesIn('orgs').some(({ slug }) => slug === org))
    throw new ClipError(`内容里没有网址名是${shown(org)}的单位，请核对它的网址名。`);
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
  for (const { title, reason } of feed.leftOut.slice(0, mostReasons)) {
    say?.(`没有取${title === '' ? '其中一条' : `“${title}”`}：${reason}。`);
  }
  const others = feed.leftOut.length - mostReasons;
  if (others > 0) say?.(`另外 ${String(others)} 条也因为这样的原因没有取。`);
  if (feed.unread > 0) say?.(`这个订阅条数太多，最后的 ${String(feed.unread)} 条没有看。`);
  return fresh.length;
}

function freeSlug(wanted: string, slugs: Set<unknown>): string {
  let slug = wanted;
  for (let count = 2; slugs.has(slug); count++) slug = `${wanted}-${String(count)}`;
  slugs.add(slug);
  return slug;
}

/** The text of a feed, and its final address after redirects; a file has none. */
async function feedAt(source: string, hosts: FeedHosts): Promise<{ text: string; address?: string }> {
  // One letter and a colon is a drive of Windows.
  if (/^[a-z][a-z\d+.-]+:/i.test(source)) {
    const found = await fetchFeed(source, { hosts });
    if ('refused' in found) throw new ClipError(found.refused);
    return { text: decodeFeed(found.bytes, found.contentType), address: found.address };
  }
  const about = await stat(source).catch(() => undefined);
  if (!about?.isFile()) throw new ClipError(`找不到文件“${source}”，请核对它的名字。`);
  if (about.size > largestFile) throw new ClipError(`文件“${source}”太大，不像是订阅，没有取。`);
  return { text: decodeFeed(await readFile(source)) };
}

interface Wanted {
  source: string;
  org: string;
}

/** The feeds of a list: an address and the slug of a unit in each line. */
async function feedsIn(list: string): Promise<Wanted[]> {
  const text = await readFile(list, 'utf8').catch(() => {
    throw new ClipError(`找不到文件“${list}”，请核对它的名字。`);
  });
  const lines = text.split(/\r?\n/).map((line, index) => ({ words: line.trim().split(/\s+/), index }));
  return lines
    .filter(({ words: [first = ''] }) => first !== '' && !first.startsWith('#'))
    .map(({ words, index }) => {
      const [source, org] = words;
      if (source === undefined || org === undefined || words.length > 2)
        throw new ClipError(`“${list}”第 ${String(index + 1)} 行请写成：订阅的地址、空格、单位的网址名。`);
      return { source, org };
    });
}

/** Imports all feeds, each for itself; returns whether all of them could be read. */
async function clipAll(feeds: readonly Wanted[], content: string, hosts: FeedHosts): Promise<boolean> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  let whole = true;
  for (const { source, org } of feeds) {
    if (feeds.length > 1) say(`${org} ${shown(source)}`);
    try {
      const { text, address } = await feedAt(source, hosts);
      const count = await clip(text, org, content, { address, hosts, say });
      say(`取来 ${String(count)} 条，请看过以后写上“说了什么”和“谁看过”，再发布。`);
    } catch (error) {
      // What nobody expected concerns this feed only, too; whoever mends the script needs the trace.
      const words = error instanceof ClipError ? error.message : String((error as Error).stack);
      process.stderr.write(`${words}\n`);
      whole = false;
    }
  }
  return whole;
}

if (import.meta.filename === process.argv[1]) {
  const [first, second, folder = 'content'] = process.argv.slice(2);
  if (first === undefined || second === undefined) {
    process.stderr.write(
      'Usage: node scripts/run.mjs clip <feed> <slug of the unit> [content folder]\n' +
        '       node scripts/run.mjs clip --list <file of feeds and units> [content folder]\n',
    );
    process.exitCode = 2;
  } else {
    const hosts = readFeedHosts(process.env['FEED_HOSTS']);
    try {
      const feeds = first === '--list' ? await feedsIn(second) : [{ source: first, org: second }];
      if (!(await clipAll(feeds, path.resolve(folder), hosts))) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof ClipError)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    }
  }
}
