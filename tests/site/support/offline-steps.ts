import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from '../../../src/offline/manifest/manifest.ts';
import { builtFolder } from './built-site.ts';

export const manifestIn = async (site: string, slug: string): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(site, 'paths', slug, 'offline.json'), 'utf8')) as Manifest;

/** A path of the sample content with a self-test and a picture. */
export async function pathWithQuiz(): Promise<string> {
  for (const { name } of await readdir(path.join(builtFolder(), 'paths'), { withFileTypes: true })) {
    const manifest = await manifestIn(builtFolder(), name).catch(() => undefined);
    if (!manifest) continue;
    const { items } = manifest;
    if (
      items.some(({ kind }) => kind === 'picture') &&
      items.some(({ address }) => /^\/quizzes\//.test(address))
    )
      return name;
  }
  throw new Error('No path of the sample content has a self-test and a picture.');
}

/** Waits until the worker serves this page. */
export async function workerReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 15_000,
  });
}

export async function downloadPath(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^下载本专题（[\d.]+.[KM]B）$/ }).click();
  await expect(page.getByText('下载好了。断网也能打开。')).toBeVisible({ timeout: 120_000 });
}

/** Decoded paths in a cache. Does not create the cache. */
export const keptAddresses = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(async (name) => {
    if (!(await caches.has(name))) return [];
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  }, name);

/** Collects the failed requests of a page. */
export function nothingOffline(page: Page): string[] {
  const missing: string[] = [];
  page.on('requestfailed', (request) => {
    // The manifest of the site and the icon are expected to fail.
    if (!/offline\.json$|favicon\.svg$/.test(request.url())) missing.push(request.url());
  });
  page.on('pageerror', ({ message }) => missing.push(message));
  return missing;
}

/** Pictures of a page that fail to decode. */
export async function brokenPictures(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    const broken = await Promise.all(
      pictures.map((picture) =>
        picture.decode().then(
          () => '',
          () => picture.currentSrc || picture.src,
        ),
      ),
    );
    return broken.filter(Boolean);
  });
}
