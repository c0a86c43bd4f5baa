import { Strategy } from 'workbox-strategies/Strategy.js';
import type { StrategyHandler } from 'workbox-strategies/StrategyHandler.js';
import { assetsCache } from '../cache-names.ts';
import { putAsset } from '../kept-pages.ts';
import { isPicture, pictureOf } from '../named-assets.ts';

/** Files with a hash of their content in the name: from any cache, otherwise from the network, and then stored. */
export class AssetsStrategy extends Strategy {
  override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    // Storage that cannot be read must not keep a page from its style sheet.
    const kept = await caches.match(request.url, { ignoreVary: true }).catch(() => undefined);
    if (kept) return kept;
    let answer: Response;
    try {
      answer = await handler.fetch(request);
    } catch (error) {
      const other = await otherSize(request.url);
      if (other) return other;
      throw error;
    }
    // A script that fetches files (a download) stores them itself, in its own cache.
    if (answer.status === 200 && request.destination !== '')
      handler.waitUntil(keep(request.url, answer.clone()));
    return answer;
  }
}

async function keep(address: string, answer: Response): Promise<void> {
  try {
    await putAsset(await caches.open(assetsCache), address, answer);
  } catch {
    // No space: the page is shown anyway.
  }
}

/** The same picture in another size or format, where the device has only that one. */
async function otherSize(address: string): Promise<Response | undefined> {
  const name = fileOf(address);
  if (!isPicture(name)) return undefined;
  for (const cacheName of await caches.keys()) {
    const cache = await caches.open(cacheName);
    const same = (await cache.keys()).find(({ url }) => pictureOf(fileOf(url)) === pictureOf(name));
    if (same) return cache.match(same);
  }
  return undefined;
}

const fileOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
