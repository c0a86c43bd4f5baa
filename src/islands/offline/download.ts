import { asKept, header, manifestAddress, pathCache, pathOfCache } from '../../offline/cache-names.ts';
import { isManifest } from '../../offline/manifest/manifest.ts';
import type { Manifest, ManifestItem } from '../../offline/manifest/manifest.ts';

const base = import.meta.env.BASE_URL;

/**
 * How a download ended. Except after `whole`, the older copy is unchanged. `cut` and `cancelled` keep what was loaded, to
 * continue later; `full` frees the space again; `mixed` got responses that do not match the manifest.
 */
export type Ending = 'whole' | 'cancelled' | 'cut' | 'full' | 'mixed' | 'absent';

export type Progress = (done: number, of: number) => void;

/** Loaded again each time; undefined where the site has none. Rejects without a network. */
export async function siteManifest(slug: string): Promise<Manifest | undefined> {
  const answer = await fetch(manifestAddress(base, slug), { cache: 'no-cache' });
  if (answer.status === 404) return undefined;
  const found: unknown = answer.ok ? await answer.json() : undefined;
  if (!isManifest(found)) throw new Error(`The manifest of ${slug} answered ${String(answer.status)}.`);
  return found;
}

/** Downloads a whole path, checks each response against its hash, and only then replaces the older copy. */
export async function download(slug: string, signal: AbortSignal, onProgress: Progress): Promise<Ending> {
  try {
    let manifest = await siteManifest(slug);
    // A release may come between the manifest and its pages, so this tries twice.
    for (let tries = 0; manifest && tries < 2; tries++) {
      if (await fetchAll(manifest, signal, onProgress)) {
        await makeCurrent(manifest);
        return 'whole';
      }
      manifest = await siteManifest(slug);
    }
    return manifest ? 'mixed' : 'absent';
  } catch (error) {
    if (signal.aborted) return 'cancelled';
    if (isFull(error)) {
      await dropParts(slug);
      return 'full';
    }
    return 'cut';
  }
}

/** False when a response does not match the manifest. */
async function fetchAll(manifest: Manifest, signal: AbortSignal, onProgress: Progress): Promise<boolean> {
  const name = pathCache(manifest.path, manifest.release);
  const cache = await caches.open(name);
  const others = (await cachesOf(manifest.path)).filter((each) => each !== name);
  const waiting = [...manifest.items];
  // The first failure stops the others: nothing may arrive after the ending is reported.
  const stop = new AbortController();
  signal.addEventListener('abort', () => {
    stop.abort();
  });
  let done = 0;
  let isValid = true;
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item && isValid; item = waiting.shift()) {
      if (stop.signal.aborted || signal.aborted) return;
      const has = (await isThere(cache, item)) || (await copied(cache, item, others));
      if (!has && !(await fetched(cache, item, stop.signal))) isValid = false;
      done += item.bytes;
      if (isValid) onProgress(done, manifest.bytes);
    }
  };
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
    stop.abort();
  };
  await Promise.all([work().catch(fail), work().catch(fail), work().catch(fail), work().catch(fail)]);
  if (signal.aborted) throw new DOMException('Stopped by the reader.', 'AbortError');
  if (failures.length > 0) throw failures[0];
  return isValid;
}

const isThere = async (cache: Cache, item: ManifestItem): Promise<boolean> =>
  (await cache.match(item.address))?.headers.get(header.hash) === item.hash;

/** Copies an unchanged item from an older copy instead of loading it again. */
async function copied(cache: Cache, item: ManifestItem, others: readonly string[]): Promise<boolean> {
  for (const cacheName of others) {
    const answer = await caches.match(item.address, { cacheName });
    if (answer?.headers.get(header.hash) !== item.hash) continue;
    await cache.put(item.address, answer);
    return true;
  }
  return false;
}

async function fetched(cache: Cache, item: ManifestItem, signal: AbortSignal): Promise<boolean> {
  const answer = await fetch(item.address, { signal, cache: item.kind === 'page' ? 'no-cache' : 'default' });
  // A missing or changed item means another release; an error of the server is an interrupted download.
  if (answer.status >= 500) throw new Error(`${item.address} answered ${String(answer.status)}.`);
  const content = await answer.arrayBuffer();
  if (!answer.ok || (await hashOf(content)) !== item.hash) return false;
  await cache.put(
    item.address,
    asKept(content, answer, { [header.hash]: item.hash, [header.bytes]: String(item.bytes) }),
  );
  return true;
}

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The manifest is stored last: it makes the copy complete, and the older ones can be deleted. */
async function makeCurrent(manifest: Manifest): Promise<void> {
  const name = pathCache(manifest.path, manifest.release);
  const cache = await caches.open(name);
  const answer = new Response(null, { headers: { 'Content-Type': 'application/json' } });
  await cache.put(manifestAddress(base, manifest.path), asKept(JSON.stringify(manifest), answer, {}));
  for (const each of await cachesOf(manifest.path)) if (each !== name) await caches.delete(each);
}

async function cachesOf(slug: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => pathOfCache(name)?.slug === slug);
}

const isPart = async (name: string, slug: string): Promise<boolean> =>
  (await caches.match(manifestAddress(base, slug), { cacheName: name })) === undefined;

/** Deletes unfinished downloads. */
export async function dropParts(slug: string): Promise<void> {
  for (const name of await cachesOf(slug)) if (await isPart(name, slug)) await caches.delete(name);
}

export async function removePath(slug: string): Promise<void> {
  for (const name of await cachesOf(slug)) await caches.delete(name);
}

/** Bytes of an unfinished download; 0 when there is none. */
export async function bytesOfPart(slug: string): Promise<number> {
  let bytes = 0;
  for (const name of await cachesOf(slug)) {
    if (!(await isPart(name, slug))) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      bytes += Number((await cache.match(request))?.headers.get(header.bytes) ?? 0);
  }
  return bytes;
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';
