/** What the device keeps of the site, and under which names. Nothing else of ours lies in Cache Storage. */

/** Pages the reader has been on. */
export const pagesCache = 'hub-pages';
/** So many of them: enough for some evenings' reading. The oldest go first. */
export const mostPages = 60;
/** Style sheets, scripts and pictures of those pages. */
export const assetsCache = 'hub-assets';

/** A path the reader asked for, whole, as it stood in one release. */
export const pathCache = (slug: string, release: string): string => `hub-path-${slug}-${release}`;

/** The path and release of a cache; undefined for any other cache. */
export function pathOfCache(name: string): { slug: string; release: string } | undefined {
  const [, slug, release] = /^hub-path-(.+)-([0-9a-f]+)$/.exec(name) ?? [];
  return slug === undefined || release === undefined ? undefined : { slug, release };
}

export const isOurs = (name: string): boolean =>
  name === pagesCache || name === assetsCache || pathOfCache(name) !== undefined;

/** Below the base path. Put into a path's cache last: a cache without it is not whole yet. */
export const manifestAddress = (base: string, slug: string): string => `${base}paths/${slug}/offline.json`;

/** What we write on an answer when it is kept. */
export const header = {
  /** When, as a moment in milliseconds. */
  kept: 'X-Hub-Kept',
  /** Pages: the names below `_astro/` they cannot do without, as JSON. */
  assets: 'X-Hub-Assets',
  /** Pages: their title, percent-encoded. */
  title: 'X-Hub-Title',
  /** Pages that make room for no other: the one shown when nothing else is there. */
  pinned: 'X-Hub-Pinned',
  /** Items of a path: hash and size of the content. */
  hash: 'X-Hub-Hash',
  bytes: 'X-Hub-Bytes',
} as const;

/** An answer as it is kept: whole, unpacked, and not remembered as redirected, which browsers refuse for pages. */
export function asKept(body: BodyInit, from: Response, more: Readonly<Record<string, string>>): Response {
  const headers = new Headers(from.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary', 'Set-Cookie']) headers.delete(name);
  headers.set(header.kept, String(Date.now()));
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(body, { status: 200, headers });
}

export const keptAt = (response: Response): number => Number(response.headers.get(header.kept) ?? 0);
