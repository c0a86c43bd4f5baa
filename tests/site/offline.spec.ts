/** Visited pages without network, and requests that the worker leaves alone. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect as patient, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeProblems } from './support/axe.ts';
import { builtFolder } from './support/built-site.ts';
import { smallTargets } from './support/elder-measures.ts';
import { serveFolder } from './support/folder-server.ts';
import type { FolderServer } from './support/folder-server.ts';
import { brokenPictures, keptAddresses, workerReady } from './support/offline-steps.ts';

// Each reader has a device of their own that is empty at first.
const expect = patient.configure({ timeout: 60_000 });
test.use({ serviceWorkers: 'allow', viewport: { width: 390, height: 844 } });

let server: FolderServer;

test.beforeAll(async () => {
  server = await serveFolder(builtFolder());
});
test.afterAll(() => server.close());
test.afterEach(() => {
  server.slow = undefined;
});

const open = (page: Page, address: string) => page.goto(server.origin + address);

test('a visited page works without network, with styles, pictures and scripts', async ({ page, context }) => {
  const visited = '/materials/xieshang-liubu/';
  await open(page, visited);
  await workerReady(page);
  await expect.poll(() => keptAddresses(page, 'hub-pages')).toContain(visited);
  const looks = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  await context.setOffline(true);
  await open(page, visited);
  await expect(
    page.getByText(/没有连上网站。您看到的是\d+月\d+日 \d\d:\d\d存在这台设备上的页面/),
  ).toBeVisible();
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(looks);
  expect(await brokenPictures(page)).toEqual([]);
  await expect(page.locator('details.cite button').first()).toBeAttached();
});

test('a page that was not kept says so, lists kept pages, and can be retried with network', async ({
  page,
  context,
}) => {
  await open(page, '/materials/pdca-sigezi/');
  await workerReady(page);
  const title = (await page.locator('h1').textContent())?.trim() ?? '';
  await expect.poll(() => keptAddresses(page, 'hub-pages')).toContain('/materials/pdca-sigezi/');
  await context.setOffline(true);
  for (const view of ['', '/elder']) {
    await open(page, `${view}/notices/`);
    await expect(page.locator('h1')).toHaveText('没有网络时');
    await expect(page.getByText('您要看的这一页也没有存在这台设备上')).toBeVisible();
    await expect(page.getByRole('link', { name: new RegExp(title) })).toBeVisible();
    expect(await axeProblems(page, { within: 'main' })).toEqual([]);
  }
  expect(await smallTargets(page, 60)).toEqual([]);
  await context.setOffline(false);
  await page.getByRole('link', { name: '再试一次' }).click();
  await expect(page.locator('h1')).toHaveText('通知公告');
});

test('on a very slow network the kept page is shown', async ({ page }) => {
  await open(page, '/materials/pdca-sigezi/');
  await workerReady(page);
  await expect.poll(() => keptAddresses(page, 'hub-pages')).toContain('/materials/pdca-sigezi/');
  // Longer than the test waits: the page that is shown did not come from the server.
  server.slow = { pattern: /pdca-sigezi/, wait: 900_000 };
  await open(page, '/materials/pdca-sigezi/');
  await expect(page.locator('[data-kept-note="kept"]')).toBeVisible();
});

test('the worker does not handle the desk, the API, attachments and the search index', async ({ page }) => {
  await page.goto('./materials/xieshang-liubu/');
  await workerReady(page);
  expect((await page.goto('./notices/'))?.fromServiceWorker()).toBe(true);
  // Opening a table would start a download, so it is fetched.
  const file = await attachment();
  const [table] = await Promise.all([
    page.waitForResponse((answer) => decodeURI(answer.url()).endsWith(file)),
    page.evaluate((address) => fetch(address).then(({ status }) => status), encodeURI(file)),
  ]);
  expect([file, table.status(), table.fromServiceWorker()]).toEqual([file, 200, false]);
  for (const address of ['./admin/', './api/v1/index.json', './pagefind/pagefind-entry.json']) {
    const answer = await page.goto(address);
    expect([address, answer?.fromServiceWorker()]).toEqual([address, false]);
  }
});

async function attachment(): Promise<string> {
  const files = await readdir(path.join(builtFolder(), 'files'), { recursive: true });
  const csv = files.find((name) => name.endsWith('.csv'));
  if (csv === undefined) throw new Error('The sample content has no table to download.');
  return `/files/${csv.split(path.sep).join('/')}`;
}
