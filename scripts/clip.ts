// What for: takes the newest entries of a partner's feed (RSS, Atom, JSON Feed) as clippings that nobody has looked at
//           yet. The checker refuses them until somebody has written what they say and who looked at them.
// How: node scripts/run.mjs clip <feed: file or address> <slug of the unit> [content folder]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseFeed } from 'feedsmith';
import { readContentFolder } from '../src/library/content-folder.ts';
import { folderOf } from '../src/model/addresses.ts';
import { collectionOf } from '../src/model/collections.ts';
import { readEntryValues, writeEntry } from '../src/model/entry-file.ts';
import { today } from '../src/site/dates.ts';

const newest = 10;

export interface FeedItem {
  title: string;
  url: string;
  day: string;
}

/** What a feed offers: entries with a title, an address on the web and a day. The rest cannot be cited. */
export function itemsOf(text: string): FeedItem[] {
  const { format, feed } = parseFeed(text);
  const offered =
    format === 'atom'
      ? (feed.entries ?? []).map(({ title, links = [], published, updated }) => ({
          title,
          url: (links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0])?.href,
          at: published ?? updated,
        }))
      : format === 'json'
        ? (feed.items ?? []).map((item) => ({ title: item.title, url: item.url, at: item.date_published }))
        : format === 'rss'
          ? (feed.items ?? []).map((item) => ({ title: item.title, url: item.link, at: item.pubDate }))
          : [];
  return offered.flatMap(({ title, url, at }) => {
    const words = plainWords(title);
    const moment = new Date(typeof at === 'string' ? at : Number.NaN);
    if (words === '' || !/^https?:\/\//.test(url ?? '') || Number.isNaN(moment.getTime())) return [];
    return [{ title: words, url: url ?? '', day: today(moment) }];
  });
}

/** Titles come as text, or as an object around it. */
function plainWords(title: unknown): string {
  const text = typeof title === 'object' && title !== null && 'value' in title ? title.value : title;
  return typeof text === 'string' ? [...text.replace(/\s+/g, ' ').trim()].slice(0, 80).join('') : '';
}

/** Writes those that are not there yet; answers how many. */
export async function clip(text: string, org: string, content: string): Promise<number> {
  const { texts } = await readContentFolder(content);
  const valuesIn = (name: 'clippings' | 'orgs'): Record<string, unknown>[] =>
    [...texts]
      .filter(([file]) => file.startsWith(`${name}/`))
      .map(([, entry]) => readEntryValues(collectionOf(name), entry));
  if (!valuesIn('orgs').some(({ slug }) => slug === org))
    throw new Error(`The content has no unit with the slug "${org}".`);
  // As they lie there: those that nobody has looked at yet are known too.
  const there = valuesIn('clippings');
  const known = new Set(there.map(({ url }) => url));
  const items = [...new Map(itemsOf(text).map((item) => [item.url, item])).values()];
  const slugs = new Set(there.map(({ slug }) => slug));
  // The newest first and then those not known: a second look at the same feed must not dig for older ones.
  const fresh = items
    .sort((a, b) => b.day.localeCompare(a.day))
    .slice(0, newest)
    .filter(({ url }) => !known.has(url));
  const clippings = collectionOf('clippings');
  for (const { title, url, day } of fresh) {
    const slug = freeSlug(`${org}-${day}`, slugs);
    const values = { title, slug, org, published: day, url, taken: today() };
    const file = path.join(content, folderOf(clippings, values), 'index.md');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, writeEntry(clippings, values));
  }
  return fresh.length;
}

function freeSlug(wanted: string, slugs: Set<unknown>): string {
  let slug = wanted;
  for (let count = 2; slugs.has(slug); count++) slug = `${wanted}-${String(count)}`;
  slugs.add(slug);
  return slug;
}

/** A feed as text, in the encoding that the answer or the feed itself names: many older sites write GBK. */
export function decodeFeed(bytes: Uint8Array, contentType = ''): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /charset=["']?([\w-]+)/i.exec(contentType) ?? /<\?xml[^>]*encoding=["']([\w-]+)/.exec(head);
  return new TextDecoder(named?.[1] ?? 'utf-8').decode(bytes);
}

async function feedAt(source: string): Promise<string> {
  if (!/^https?:/.test(source)) return decodeFeed(await readFile(source));
  const answer = await fetch(source, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`${source} answered ${String(answer.status)}.`);
  return decodeFeed(await answer.bytes(), answer.headers.get('content-type') ?? '');
}

if (import.meta.filename === process.argv[1]) {
  const [source, org, folder = 'content'] = process.argv.slice(2);
  if (source === undefined || org === undefined) {
    process.stderr.write('Usage: node scripts/run.mjs clip <feed> <slug of the unit> [content folder]\n');
    process.exitCode = 2;
  } else {
    const count = await clip(await feedAt(source), org, path.resolve(folder));
    process.stdout.write(`取来 ${String(count)} 条，请看过以后写上“说了什么”和“谁看过”，再发布。\n`);
  }
}
