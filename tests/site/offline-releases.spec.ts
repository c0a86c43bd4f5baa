/** A reader has downloaded a path of one release, and the site changes to the next. */
import { expect as patient, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readContentFolder } from '../../src/library/content/content-folder.ts';
import { checkSiteContent } from '../../src/library/content/site-content.ts';
import { buildWorker } from '../../src/offline/worker/build-worker.ts';
import { writeManifests } from '../../src/offline/manifest/write-manifests.ts';
import { projectRoot } from '../hub.ts';
import { builtFolder } from './support/built-site.ts';
import { serveFolder } from './support/folder-server.ts';
import type { FolderServer } from './support/folder-server.ts';
import { downloadPath, keptAddresses, manifestIn, workerReady } from './support/offline-steps.ts';
import { buildSecondRelease, wordsOfFirst, wordsOfSecond } from './support/second-release.ts';

const expect = patient.configure({ timeout: 60_000 });
test.use({ serviceWorkers: 'allow' });

/** A path with the material that changes. */
const slug = 'shangliang-zheban';
const material = '/materials/xieshang-liubu/';

let folder: string;
let second: string;
let server: FolderServer;

test.beforeAll(async () => {
  server = await serveFolder(builtFolder());
  folder = await mkdtemp(path.join(tmpdir(), 'hub-releases-'));
  second = await buildSecondRelease(folder);
});
test.afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens an address and returns the releases that could have sent all its files. */
async function releasesOf(page: Page, address: string): Promise<string[]> {
  // Requests of the page before do not count.
  await page.goto('about:blank');
  const came: { name: string; content: Promise<Buffer> }[] = [];
  const take = (response: { url(): string; status(): number; body(): Promise<Buffer> }): void => {
    const { pathname } = new URL(response.url());
    // The manifest is always the site's newest, and icons have no release.
    if (response.status() === 200 && !/offline\.json$|favicon/.test(pathname))
      came.push({
        name: decodeURI(pathname) + (pathname.endsWith('/') ? 'index.html' : ''),
        content: response.body(),
      });
  };
  page.on('response', take);
  await page.goto(server.origin + address);
  await page.waitForLoadState('load');
  await page.waitForTimeout(1500);
  page.off('response', take);
  expect(came.length).toBeGreaterThan(3);
  const possible = { first: true, second: true };
  for (const { name, content } of came) {
    const got = withoutNote(await content);
    for (const [release, site] of Object.entries({ first: builtFolder(), second })) {
      const own = await readFile(path.join(site, name), 'utf8').catch(() => undefined);
      if (own !== got) possible[release as keyof typeof possible] = false;
    }
  }
  return Object.entries(possible).flatMap(([release, isPossible]) => (isPossible ? [release] : []));
}

/** The worker adds a note to a kept page. */
const withoutNote = (content: Buffer): string =>
  content.toString('utf8').replace(/<p class="[^"]*" data-kept-note="kept">.*?<\/p>/, '');

test('the old release stays complete until the new one is, and no page mixes them', async ({
  page,
  context,
}) => {
  const [old, next] = [await manifestIn(builtFolder(), slug), await manifestIn(second, slug)];
  expect(next.release).not.toBe(old.release);
  const visited = '/materials/pdca-sigezi/';

  // The first release: a page is visited, a path is downloaded.
  expect(await releasesOf(page, visited)).toEqual(['first']);
  await workerReady(page);
  await expect.poll(() => keptAddresses(page, 'hub-pages')).toContain(visited);
  expect(await releasesOf(page, `/paths/${slug}/`)).toEqual(['first']);
  await downloadPath(page);

  // The site changes. Nothing of the first release is left on it.
  server.folder = second;
  for (const address of [`/paths/${slug}/`, `/elder/paths/${slug}/`, '/my-study/']) {
    expect(await releasesOf(page, address)).toEqual(['second']);
    await expect(page.getByText('有新版本')).toBeVisible();
    await expect(page.getByRole('button', { name: /^更新（[\d.]+.[KM]B）$/ })).toBeVisible();
  }
  await context.setOffline(true);
  for (const address of [material, `/elder${material}`, `/paths/${slug}/`, visited])
    expect([address, await releasesOf(page, address)]).toEqual([address, ['first']]);
  await page.goto(server.origin + material);
  await expect(page.getByText(wordsOfFirst)).toBeVisible();

  // The update fails: the old copy is still complete.
  await context.setOffline(false);
  await page.goto(`${server.origin}/paths/${slug}/`);
  server.broken = /^\/quizzes\//;
  await page.getByRole('button', { name: /^更新/ }).click();
  await expect(page.getByText('网络断了，没有下完')).toBeVisible();
  await context.setOffline(true);
  for (const { address, kind } of old.items.filter(({ kind }) => kind === 'page'))
    expect([address, kind, (await page.goto(server.origin + address))?.status()]).toEqual([
      address,
      kind,
      200,
    ]);
  expect(await releasesOf(page, material)).toEqual(['first']);

  // Continued, it replaces the old copy.
  await context.setOffline(false);
  server.broken = undefined;
  server.asked.length = 0;
  await page.goto(`${server.origin}/paths/${slug}/`);
  await page.getByRole('button', { name: '接着下载' }).click();
  await expect(page.getByText('下载好了')).toBeVisible();
  await expect(page.getByText('有新版本')).toHaveCount(0);
  // Scripts have not changed, so they are not fetched again.
  expect(server.asked.filter((address) => /_astro\/.*\.js$/.test(address))).toEqual([]);
  const names = await page.evaluate(() => caches.keys());
  expect(names.filter((name) => name.startsWith('hub-path-'))).toEqual([`hub-path-${slug}-${next.release}`]);
  await context.setOffline(true);
  for (const address of [material, `/elder${material}`, `/paths/${slug}/`])
    expect([address, await releasesOf(page, address)]).toEqual([address, ['second']]);
  await page.goto(server.origin + material);
  await expect(page.getByText(wordsOfSecond)).toBeVisible();
  // A page that was only visited is still the old one, with its own style sheet.
  expect(await releasesOf(page, visited)).toEqual(['first']);
});

test('a search that started in one release continues in the next', async ({ page }) => {
  server.folder = builtFolder();
  await page.goto(`${server.origin}/search/?q=${encodeURIComponent(wordsOfFirst)}`);
  const results = page.locator('[data-search-results]');
  await expect(results).toHaveAttribute('data-total', '1');
  server.folder = second;
  const field = page.getByRole('combobox', { name: '搜索全站' });
  await field.fill(wordsOfSecond);
  await field.press('Enter');
  await expect(results.getByRole('link').first()).toHaveAttribute('href', material);
  await expect(results.locator('mark').first()).toHaveText(wordsOfSecond);
  await expect(page.getByRole('status')).not.toContainText('只能按标题查找');
});

test('when the operator switches it off, the worker deletes its caches and unregisters', async ({ page }) => {
  server.folder = second;
  server.broken = undefined;
  await page.goto(`${server.origin}/paths/${slug}/`);
  await downloadPath(page);
  await workerReady(page);
  await buildWorker(second, { base: '/', on: false });
  await page.goto(`${server.origin}${material}`);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await page.goto(`${server.origin}${material}`);
  await expect(page.locator('h1')).toBeVisible();
});

test('without offline reading, the path says so and offers no download', async ({ page }) => {
  const entries = checkSiteContent(await readContentFolder(path.join(projectRoot, 'content'))).entries;
  await rm(path.join(second, 'paths', slug, 'offline.json'));
  await writeManifests(second, { base: '/', on: false }, entries);
  server.folder = second;
  await page.goto(`${server.origin}/paths/${slug}/`);
  await expect(page.getByText('网站现在不提供这个专题的下载。')).toBeVisible();
  await expect(page.getByRole('button', { name: /下载本专题/ })).toHaveCount(0);
  await expect(page.getByRole('search', { name: '在本专题里找' })).toBeVisible();
});
