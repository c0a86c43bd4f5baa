import { pagesCache } from './cache-names.ts';
import { keepPage } from './kept-pages.ts';

/** Set by build-worker.ts. A new value makes browsers update the worker, and with it these pages. */
declare const hubRelease: string;

/** The pages shown when nothing else is available, one for each view. */
export const offlineAddresses = (base: string): readonly string[] => [
  `${base}offline/`,
  `${base}elder/offline/`,
];

export async function keepOfflinePages(base: string): Promise<void> {
  for (const address of offlineAddresses(base)) {
    const page = await fetch(address, { cache: 'reload' });
    if (!page.ok) throw new Error(`${address} answered ${String(page.status)}.`);
    await keepPage(page, { base, address, pinned: hubRelease });
  }
}

export async function hasOfflinePages(base: string): Promise<boolean> {
  const found = await Promise.all(
    offlineAddresses(base).map((address) => caches.match(address, { cacheName: pagesCache })),
  );
  return found.every((page) => page !== undefined);
}
