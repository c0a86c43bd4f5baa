import { pathOfCache } from '../../offline/cache-names.ts';
import { visitedPages } from './visited.ts';

/** Says in words what `eraseDownloads` would delete; empty when there is nothing. */
export async function describeDownloads(): Promise<string> {
  if (!('caches' in window)) return '';
  const paths = new Set((await caches.keys()).flatMap((name) => pathOfCache(name)?.slug ?? []));
  const { length } = await visitedPages();
  return [
    ...(paths.size > 0 ? [`下载的 ${String(paths.size)} 个专题`] : []),
    ...(length > 0 ? [`存着的 ${String(length)} 个网页`] : []),
  ].join('、');
}
