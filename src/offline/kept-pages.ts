import { asKept, assetsCache, header, isOurs, keptAt, mostPages, pagesCache } from './cache-names.ts';
import { oneAtATime, delay } from './worker/one-at-a-time.ts';
import {
  importedAtOnce,
  isOurPage,
  namedInPage,
  namedInScript,
  namedInStyle,
  pictureOf,
  smallest,
} from './named-assets.ts';

/** In milliseconds: a new file may belong to a page that is not stored yet. */
const gracePeriod = 10 * 60_000;

export interface KeepOptions {
  base: string;
  /** Without query and fragment. */
  address: string;
  /** The release of a page that is never dropped. */
  pinned?: string;
  /** Files that the page has already loaded: names below `_astro/`. */
  loaded?: readonly string[];
  /** Milliseconds after which the browser should have loaded its pictures in the sizes it chose. */
  wait?: number;
}

/** How often everything was erased: pages that were pending then must not be stored. */
let eraseCount = 0;

/**
 * Stores a page after everything that it names is stored; returns true when it was. Rejects, and keeps the earlier copy,
 * when something is missing or there is no space.
 */
export async function keepPage(page: Response, options: KeepOptions): Promise<boolean> {
  const { base, wait = 0 } = options;
  const before = eraseCount;
  const html = await page.text();
  if (!isOurPage(html, base)) return false;
  if (wait > 0) await delay(wait);
  return oneAtATime(async () => {
    if (before !== eraseCount) return false;
    try {
      await putPage(html, page, options);
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
  if (dropped || before.some((name) => !assets.includes(name))) await dropUnused(pages, base);
}

/** Frees space by dropping most visited pages: downloads are more important. */
async function makeRoom(base: string): Promise<void> {
  const pages = await caches.open(pagesCache);
  if (await dropOldest(pages, mostPages / 4)) await dropUnused(pages, base);
}

export async function eraseAll(): Promise<void> {
  eraseCount++;
  await oneAtATime(async () => {
    for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
  });
}

export const forgetPage = (address: string): Promise<void> =>
  oneAtATime(async () => {
    if (!(await caches.has(pagesCache))) return;
    await (await caches.open(pagesCache)).delete(address);
  });

/** Stores all files that the page needs, and returns their names. */
async function keepAssets(html: string, base: string, loaded: readonly string[]): Promise<string[]> {
  const cache = await caches.open(assetsCache);
  const { needed, pictures } = namedInPage(html, base);
  const names = new Set([...needed, ...loaded]);
  // The loop also visits names that it adds: what a style sheet or script needs itself.
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
  // From any cache: the name contains a hash of the content.
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

/** Drops the files that no stored page needs, neither directly nor through its style sheets and scripts. */
export async function dropUnused(pages: Cache, base: string): Promise<void> {
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
    if (answer && Date.now() - keptAt(answer) > gracePeriod) await cache.delete(`${base}_astro/${name}`);
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
