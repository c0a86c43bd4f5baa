import { keptAt, pagesCache } from '../cache-names.ts';
import { withOfflineNote } from '../page-note.ts';
import { offlineAddresses } from '../offline-pages.ts';
import { downloadedPaths } from '../downloaded-paths.ts';
import type { DownloadedPath } from '../downloaded-paths.ts';

/**
 * The copy of a page on the device. Downloaded paths come first, so that readers stay in one release while they follow a
 * path. Where several paths contain the page, the one that the reader comes from wins.
 */
export async function keptPage(base: string, asked: URL, from: string): Promise<Response | undefined> {
  const address = asked.origin + withSlash(asked.pathname);
  const candidates: { path: DownloadedPath; page: Response; isOwn: boolean }[] = [];
  for (const path of await downloadedPaths(base)) {
    const page = await caches.match(address, { cacheName: path.cache });
    if (page) candidates.push({ path, page, isOwn: await contains(path, from) });
  }
  const chosen = candidates.find(({ isOwn }) => isOwn) ?? candidates[0];
  if (chosen) return withOfflineNote(chosen.page, { kept: chosen.path.kept });
  const visited = await caches.match(address, { cacheName: pagesCache });
  return visited && withOfflineNote(visited, { kept: keptAt(visited) });
}

async function contains({ cache }: DownloadedPath, address: string): Promise<boolean> {
  if (address === '') return false;
  return (await caches.match(address, { cacheName: cache, ignoreSearch: true })) !== undefined;
}

/** Shown in place of a page that the device does not have. */
export async function offlinePage(base: string, asked: URL): Promise<Response> {
  const [normal = '', elder = ''] = offlineAddresses(base);
  const address = asked.pathname.startsWith(`${base}elder/`) ? elder : normal;
  const page = await caches.match(address, { cacheName: pagesCache });
  if (page) return withOfflineNote(page, { missing: true });
  return new Response(
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有网络</title><h1>没有连上网站</h1><p>这一页没有存在这台设备上。请连上网络再试。</p>',
    { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  );
}

/** As on our server: an address without its final slash means the same page. */
const withSlash = (pathname: string): string =>
  /(?:\/|\.[a-z]+)$/.test(pathname) ? pathname : `${pathname}/`;
