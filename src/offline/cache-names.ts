/** What the device stores of the site in Cache Storage, and under which names. There is nothing else of ours in it. */

/** Pages that the reader visited. */
export const pagesCache = 'hub-pages';
/** Enough for some evenings of reading. The oldest pages are dropped first. */
export const mostPages = 60;
/** Style sheets, scripts and pictures of those pages. */
export const assetsCache = 'hub-assets';

/** A downloaded path, complete, in one release. */
export const pathCache = (slug: string, release: string): string => `hub-path-${slug}-${release}`;

/** The path and release of a cache; undefined for any other cache. */
export function pathOfCache(name: string): { slug: string; release: string } | undefined {
  const [, slug, release] = /^hub-path-(.+)-([0-9a-f]+)$/.exec(name) ?? [];
  return slug === undefined || release === undefined ? undefined : { slug, release };
}

export const isOurs = (name: string): boolean =>
  name === pagesCache || name === assetsCache || pathOfCache(name) !== undefined;

/** With the base path. Stored last in a path's cache: a cache without it is not complete yet. */
export const manifestAddress = (base: string, slug: string): string => `${base}paths/${slug}/offline.json`;

/** The headers that we add to stored responses. */
export const header = {
  /** When it was stored, in milliseconds. */
  kept: 'X-Hub-Kept',
  /** Pages: the files below `_astro/` that they need, as JSON. */
  assets: 'X-Hub-Assets',
  /** Pages: their title, percent-encoded. */
  title: 'X-Hub-Title',
  /** Pages that are never dropped: the offline pages. */
  pinned: 'X-Hub-Pinned',
  /** Items of a path: hash and size of the content. */
  hash: 'X-Hub-Hash',
  bytes: 'X-Hub-Bytes',
} as const;

/** A response for the cache: decompressed, and not marked as redirected, which browsers reject for pages. */
export function asKept(body: BodyInit, from: Response, more: Readonly<Record<string, string>>): Response {
  const headers = new Headers(from.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary', 'Set-Cookie']) headers.delete(name);
  headers.set(header.kept, String(Date.now()));
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(body, { status: 200, headers });
}

export const keptAt = (response: Response): number => Number(response.headers.get(header.kept) ?? 0);
