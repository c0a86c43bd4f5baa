import { keptAt, manifestAddress, pathOfCache } from './cache-names.ts';
import { isManifest } from './manifest/manifest.ts';
import type { Manifest } from './manifest/manifest.ts';

/** A path that is completely on this device. */
export interface DownloadedPath {
  cache: string;
  manifest: Manifest;
  /** Milliseconds. */
  kept: number;
}

/** Newest first. A cache without its manifest is an unfinished download. */
export async function downloadedPaths(base: string): Promise<DownloadedPath[]> {
  const found = await Promise.all((await caches.keys()).map((name) => completePath(base, name)));
  return found.filter((path) => path !== undefined).sort((a, b) => b.kept - a.kept);
}

async function completePath(base: string, cache: string): Promise<DownloadedPath | undefined> {
  const path = pathOfCache(cache);
  if (!path) return undefined;
  const answer = await caches.match(manifestAddress(base, path.slug), { cacheName: cache });
  const manifest: unknown = await answer?.json().catch(() => undefined);
  return answer && isManifest(manifest) ? { cache, manifest, kept: keptAt(answer) } : undefined;
}
