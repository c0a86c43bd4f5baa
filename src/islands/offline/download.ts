import { asKept, header, manifestAddress, pathCache, pathOfCache } from '../../offline/cache-names.ts';
import { isManifest } from '../../offline/manifest/manifest.ts';
import type { Manifest, ManifestItem } from '../../offline/manifest/manifest.ts';

const base = import.meta.env.BASE_URL;

/**
 * How a download ended. But for `whole`, the older copy is as it was: `cut` and `cancelled` leave what has come so
 * far, to go on from; `full` makes the room free again; `mixed` met answers that are not what the list promised.
 */
export type Ending = 'whole' | 'cancelled' | 'cut' | 'full' | 'mixed' | 'absent';

export type Progress = (done: number, of: number) => void;

/** Asked anew each time; undefined where the site has none, rejected where there is no network. */
export async function siteManifest(slug: string): Promise<Manifest | undefined> {
  const answer = await fetch(manifestAddress(base, slug), { cache: 'no-cache' });
  if (answer.status === 404) return undefined;
  const found: unknown = answer.ok ? await answer.json() : undefined;
  if (!isManifest(found)) throw new Error(`The list of ${slug} answered ${String(answer.status)}.`);
  return found;
}

/** Fetches a path whole, each answer checked against its hash, and only then lets it take the older one's place. */
export async function download(slug: string, signal: AbortSignal, onProgress: Progress): Promise<Ending> {
  try {
    let manifest = await siteManifest(slug);
    // A release may come between the list and its pages; a second one in between is another day's matter.
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

/** False when an answer was not what the manifest says. */
async function fetchAll(manifest: Manifest, signal: AbortSignal, onProgress: Progress): Promise<boolean> {
  const name = pathCache(manifest.path, manifest.release);
  const cache = await caches.open(name);
  const others = (await cachesOf(manifest.path)).filter((each) => each !== name);
  const waiting = [...manifest.items];
  // The first to fail stops the others: nothing may still come in when the ending is told.
  const stop = new AbortController();
  signal.addEventListener('abort', () => {
    stop.abort();
  });
  let done = 0;
  let isRight = true;
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item && isRight; item = waiting.shift()) {
      if (stop.signal.aborted || signal.aborted) return;
      const has = (await isThere(cache, item)) || (await copied(cache, item, others));
      if (!has && !(await fetched(cache, item, stop.signal))) isRight = false;
      done += item.bytes;
      if (isRight) onProgress(done, manifest.bytes);
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
  return isRight;
}

const isThere = async (cache: Cache, item: ManifestItem): Promise<boolean> =>
  (await cache.match(item.address))?.headers.get(header.hash) === item.hash;

/** What has not changed since the copy before is not fetched again. */
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
  // Gone or not itself is another release; a server in trouble is a download that was cut.
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

/** The manifest goes in last: with it the copy counts, and the older ones may go. */
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

/** Throws away what was not finished. */
export async function dropParts(slug: string): Promise<void> {
  for (const name of await cachesOf(slug)) if (await isPart(name, slug)) await caches.delete(name);
}

export async function removePath(slug: string): Promise<void> {
  for (const name of await cachesOf(slug)) await caches.delete(name);
}

/** Bytes of a download that was not finished; 0 when there is none. */
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
