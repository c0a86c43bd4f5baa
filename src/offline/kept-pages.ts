import { asKept, assetsCache, header, isOurs, keptAt, mostPages, pagesCache } from './cache-names.ts';
import { oneAtATime, later } from './worker/one-at-a-time.ts';
import {
  importedAtOnce,
  isOurPage,
  namedInPage,
  namedInScript,
  namedInStyle,
  pictureOf,
  smallest,
} from './named-assets.ts';

/** A file that has just come may belong to a page that is not kept yet. */
const young = 10 * 60_000;

export interface KeepOptions {
  base: string;
  /** Without query and fragment. */
  address: string;
  /** The release a page belongs to that makes room for no other. */
  pinned?: string;
  /** Files the page has loaded already: names below `_astro/`. */
  loaded?: readonly string[];
  /** Milliseconds until the browser should have the pictures it wants, in the sizes it chose. */
  wait?: number;
}

/** Counts how often the reader had everything erased: what was under way then is not kept any more. */
let erasures = 0;

/**
 * Keeps a page once everything it names is kept; true when it is. Rejects, and leaves what was there, when something
 * is missing or there is no room.
 */
export async function keepPage(page: Response, keeping: KeepOptions): Promise<boolean> {
  const { base, wait = 0 } = keeping;
  const before = erasures;
  const html = await page.text();
  if (!isOurPage(html, base)) return false;
  if (wait > 0) await later(wait);
  return oneAtATime(async () => {
    if (before !== erasures) return false;
    try {
      await putPage(html, page, keeping);
    } catch (error) {
      if ((error as Error).name === 'QuotaExceededError') await makeRoom(base);
      throw error;
    }
    return true;
  });
}

async function putPage(html: string, page: Response, keeping: KeepOptions): Promise<void> {
  const { base, address, pinned, loaded = [] } = keeping;
  const assets = await keepAssets(html, base, loaded);
  const pages = await caches.open(pagesCache);
  const before = assetsOf(await pages.match(address));
  const answer = asKept(html, page, {
    [header.assets]: JSON.stringify(assets),
    [header.title]: encodeURIComponent(titleOf(html)),
    ...(pinned === undefined ? {} : { [header.pinned]: pinned }),
  });
  await pages.put(address, answer);
  const dropped = await dropOldest(pages, mostPages);
  if (dropped || before.some((name) => !assets.includes(name))) await dropUnnamed(pages, base);
}

/** Downloads are the reader's wish; pages that were merely passed by give way to them. */
async function makeRoom(base: string): Promise<void> {
  const pages = await caches.open(pagesCache);
  if (await dropOldest(pages, mostPages / 4)) await dropUnnamed(pages, base);
}

export async function eraseAll(): Promise<void> {
  erasures++;
  await oneAtATime(async () => {
    for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
  });
}

export const forgetPage = (address: string): Promise<void> =>
  oneAtATime(async () => {
    if (!(await caches.has(pagesCache))) return;
    await (await caches.open(pagesCache)).delete(address);
  });

/** The names of all files the page needs, now in the cache. */
async function keepAssets(html: string, base: string, loaded: readonly string[]): Promise<string[]> {
  const cache = await caches.open(assetsCache);
  const { needed, pictures } = namedInPage(html, base);
  const names = new Set([...needed, ...loaded]);
  // Names are added while this goes on: what a sheet or script needs in turn.
  for (const name of names) {
    const answer = await keepAsset(cache, `${base}_astro/${name}`);
    if (name.endsWith('.css')) for (const more of namedInStyle(await answer.text())) names.add(more);
    if (name.endsWith('.js')) for (const more of importedAtOnce(await answer.text())) names.add(more);
  }
  const there = await namesIn(cache, base);
  for (const sizes of pictures) {
    const chosen = sizes.filter((name) => there.has(name));
    const name = smallest(sizes);
    if (chosen.length === 0 && name !== undefined) {
      await keepAsset(cache, `${base}_astro/${name}`);
      chosen.push(name);
    }
    for (const each of chosen) names.add(each);
  }
  return [...names];
}

async function keepAsset(cache: Cache, address: string): Promise<Response> {
  const there = await cache.match(address);
  if (there) return there;
  // Whatever cache has it: the name says that it is the same.
  const answer = (await caches.match(address)) ?? (await fetch(address));
  if (!answer.ok) throw new Error(`${address} answered ${String(answer.status)}.`);
  await putAsset(cache, address, answer.clone());
  return answer;
}

export async function putAsset(cache: Cache, address: string, answer: Response): Promise<void> {
  await cache.put(address, asKept(await answer.blob(), answer, {}));
}

async function dropOldest(pages: Cache, most: number): Promise<boolean> {
  const kept = await Promise.all(
    (await pages.keys()).map(async (request) => ({ request, answer: await pages.match(request) })),
  );
  const old = kept
    .flatMap(({ request, answer }) =>
      !answer || answer.headers.has(header.pinned) ? [] : [{ request, at: keptAt(answer) }],
    )
    .sort((a, b) => b.at - a.at)
    .slice(most);
  for (const { request } of old) await pages.delete(request);
  return old.length > 0;
}

/** Drops the files that no kept page names, neither itself nor through its sheets and scripts. */
export async function dropUnnamed(pages: Cache, base: string): Promise<void> {
  const cache = await caches.open(assetsCache);
  const there = await namesIn(cache, base);
  const named = new Set<string>();
  for (const request of await pages.keys())
    for (const name of assetsOf(await pages.match(request))) named.add(name);
  for (const name of named) {
    if (!there.has(name) || !/\.(?:css|js)$/.test(name)) continue;
    const text = (await (await cache.match(`${base}_astro/${name}`))?.text()) ?? '';
    for (const more of name.endsWith('.css') ? namedInStyle(text) : namedInScript(text)) named.add(more);
  }
  const pictures = new Set([...named].map(pictureOf));
  for (const name of there) {
    if (named.has(name) || pictures.has(pictureOf(name))) continue;
    const answer = await cache.match(`${base}_astro/${name}`);
    if (answer && Date.now() - keptAt(answer) > young) await cache.delete(`${base}_astro/${name}`);
  }
}

async function namesIn(cache: Cache, base: string): Promise<Set<string>> {
  const start = `${base}_astro/`;
  return new Set((await cache.keys()).map(({ url }) => new URL(url).pathname.slice(start.length)));
}

function assetsOf(page: Response | undefined): string[] {
  return page ? (JSON.parse(page.headers.get(header.assets) ?? '[]') as string[]) : [];
}

function titleOf(html: string): string {
  return /<title>([^<]*)/.exec(html)?.[1]?.trim() ?? '';
}
