/** A path that is downloaded: every page, self-tests and search without network; stopping, failing, removing. */
import { expect as patient, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Manifest } from '../../src/offline/manifest/manifest.ts';
import { axeProblems } from './support/axe.ts';
import { builtFolder } from './support/built-site.ts';
import { smallTargets } from './support/elder-measures.ts';
import { serveFolder } from './support/folder-server.ts';
import type { FolderServer } from './support/folder-server.ts';
import {
  brokenPictures,
  downloadPath,
  keptAddresses,
  manifestIn,
  nothingOffline,
  pathWithQuiz,
  workerReady,
} from './support/offline-steps.ts';

// Each reader has a device of their own that is empty at first.
const expect = patient.configure({ timeout: 60_000 });
test.use({ serviceWorkers: 'allow', viewport: { width: 390, height: 844 } });

let server: FolderServer;
let manifest: Manifest;
let slug: string;

test.beforeAll(async () => {
  server = await serveFolder(builtFolder());
  slug = await pathWithQuiz();
  manifest = await manifestIn(builtFolder(), slug);
});
test.afterAll(() => server.close());
test.afterEach(() => {
  Object.assign(server, { slow: undefined, broken: undefined });
});

const open = (page: Page, address: string) => page.goto(server.origin + address);
const pagesOf = (pattern: RegExp): string[] =>
  manifest.items
    .filter(({ kind, address }) => kind === 'page' && pattern.test(address))
    .map(({ address }) => address);

test('every page of a downloaded path opens without network, in both views', async ({ page, context }) => {
  await open(page, `/paths/${slug}/`);
  const box = page.locator('.path-download');
  await expect(box).toContainText(/下载的是 \d+ 个网页（普通版和长辈版）/);
  await downloadPath(page);
  await expect(box).toContainText(/已存在这台设备上.*共 [\d.]+.[KM]B/);
  expect(await keptAddresses(page, `hub-path-${slug}-${manifest.release}`)).toHaveLength(
    manifest.items.length + 1,
  );

  await context.setOffline(true);
  const pages = pagesOf(/./);
  for (const kind of [
    /^\/paths\/[^/]+\/$/,
    /^\/quizzes\//,
    /^\/materials\//,
    /^\/my-study\//,
    /^\/elder\/quizzes\//,
  ])
    expect(pages.some((address) => kind.test(address))).toBe(true);
  const reader = await context.newPage();
  const missing = nothingOffline(reader);
  for (const address of pages) {
    const answer = await open(reader, address);
    expect([address, answer?.status()]).toEqual([address, 200]);
    expect(await reader.locator('h1').count(), address).toBe(1);
    expect(await brokenPictures(reader), address).toEqual([]);
    const sheets = await reader.evaluate(() =>
      [...document.styleSheets].map((sheet) => sheet.cssRules.length),
    );
    expect(Math.min(...sheets), address).toBeGreaterThan(5);
  }
  await reader.waitForTimeout(500);
  expect(missing).toEqual([]);
});

test('a self-test of a downloaded path can be answered without network', async ({ page, context }) => {
  await open(page, `/paths/${slug}/`);
  await downloadPath(page);
  await context.setOffline(true);
  const reader = await context.newPage();
  const [quiz = ''] = pagesOf(/^\/quizzes\//);
  await open(reader, quiz);
  await expect(reader.getByText('您看到的是')).toBeVisible();
  // The island has loaded: it has buttons, where the plain page only unfolds answers.
  await expect(reader.locator('.quiz astro-island button').first()).toBeVisible();
});

test('a due question of a downloaded path is asked without network', async ({ page, context }) => {
  await open(page, `/paths/${slug}/`);
  await downloadPath(page);
  const [quiz = ''] = pagesOf(/^\/quizzes\//);
  await open(page, quiz);
  await page.getByRole('button', { name: '想不出，看答案' }).first().click();
  await expect(page.getByText('已经记在这台设备上')).toBeVisible();
  await context.setOffline(true);
  const reader = await context.newPage();
  await reader.clock.setFixedTime(Date.now() + 7 * 24 * 3600 * 1000);
  await open(reader, '/my-study/');
  await expect(reader.locator('.question')).toHaveCount(1);
});

test('texts of a downloaded path are found without network, in any script, and link to their heading', async ({
  page,
  context,
}) => {
  await open(page, `/paths/${slug}/`);
  await downloadPath(page);
  await context.setOffline(true);
  for (const view of ['', '/elder']) {
    const reader = await context.newPage();
    // With smooth scrolling the page would still be moving when the link is followed.
    await reader.emulateMedia({ reducedMotion: 'reduce' });
    await open(reader, `${view}/paths/${slug}/`);
    const search = reader.getByRole('search', { name: '在本专题里找' });
    const field = search.getByRole('searchbox');
    await field.fill('協商');
    const island = reader.locator('.path-search');
    await expect(island.getByRole('status')).toHaveText(/在 \d+ 个网页里找到 \d+ 处/);
    await expect(island.locator('mark').first()).toHaveText('协商');
    expect(await axeProblems(reader, { within: '.path-search' })).toEqual([]);
    if (view !== '') expect(await smallTargets(reader, 60)).toEqual([]);
    const link = island.locator('.found__places a[href*="#"]').first();
    const heading = (await link.textContent()) ?? '';
    await link.focus();
    await reader.keyboard.press('Enter');
    await expect(reader).toHaveURL(new RegExp(`${view}/.+#`));
    const place = decodeURIComponent(new URL(reader.url()).hash.slice(1));
    await expect(reader.locator(`[id="${place}"]`)).toContainText(heading);
    await expect(reader.locator(`[id="${place}"]`)).toBeInViewport();
    await reader.close();
  }
});

test('does not search for half a word in an input method', async ({ page }) => {
  await open(page, `/paths/${slug}/`);
  const field = page.locator('#path-search-q');
  await field.focus();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: "xie's", selectionStart: 5, selectionEnd: 5 });
  await page.waitForTimeout(600);
  const status = page.locator('.path-search').getByRole('status');
  await expect(status).toBeEmpty();
  await client.send('Input.insertText', { text: '协商' });
  await expect(status).toHaveText(/找到/);
});

test('a download can be stopped and continued without fetching files again', async ({ page }) => {
  server.slow = { pattern: /^\/elder\/materials\//, wait: 20_000 };
  await open(page, `/paths/${slug}/`);
  await page.getByRole('button', { name: /^下载本专题/ }).click();
  await expect(page.getByRole('progressbar', { name: '下载进度' })).toBeVisible();
  await expect(page.locator('.offline__count')).toHaveText(/已下 [1-9]/);
  await page.waitForTimeout(1500);
  await page.getByRole('button', { name: '停止' }).press('Enter');
  await expect(page.getByText('已经停下')).toBeVisible();
  await expect(page.getByRole('button', { name: '接着下载' })).toBeFocused();
  server.slow = undefined;
  server.asked.length = 0;
  await page.getByRole('button', { name: '接着下载' }).click();
  await expect(page.getByText('下载好了')).toBeVisible();
  expect(server.asked.length).toBeLessThan(manifest.items.length);
});

test('a failed download is reported, and the unfinished part can be deleted', async ({ page }) => {
  server.broken = /^\/elder\/materials\//;
  await open(page, `/paths/${slug}/`);
  await page.getByRole('button', { name: /^下载本专题/ }).click();
  await expect(page.getByText('网络断了，没有下完')).toBeVisible();
  await expect(page.getByText(/上次没有下完，已经下了/)).toBeVisible();
  await page.getByRole('button', { name: '删除没下完的' }).click();
  await expect(page.getByText('没下完的部分已经删除')).toBeVisible();
  expect(await keptAddresses(page, `hub-path-${slug}-${manifest.release}`)).toEqual([]);
});

test('a full device is reported, and nothing unfinished is left', async ({ page, context }) => {
  await open(page, `/paths/${slug}/`);
  await workerReady(page);
  const client = await context.newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 300_000 });
  await page.getByRole('button', { name: /^下载本专题/ }).click();
  await expect(page.getByText('空间不够，没有存下')).toBeVisible();
  expect(await keptAddresses(page, `hub-path-${slug}-${manifest.release}`)).toEqual([]);
});

test('a file that does not match the manifest is not kept', async ({ page, context }) => {
  await context.route('**/elder/materials/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>校园网登录</h1>' }),
  );
  await open(page, `/paths/${slug}/`);
  await page.getByRole('button', { name: /^下载本专题/ }).click();
  await expect(page.getByText('下载的内容对不上，没有存')).toBeVisible();
  await expect(page.getByText('已存在这台设备上')).toHaveCount(0);
});

test('downloads are listed in 我的学习, can be removed there, and are erased with everything else', async ({
  page,
}) => {
  await open(page, `/paths/${slug}/`);
  await downloadPath(page);
  for (const view of ['', '/elder']) {
    await open(page, `${view}/my-study/`);
    const part = page.getByRole('group', { name: manifest.title });
    await expect(part).toContainText('已存在这台设备上');
    expect(await axeProblems(page, { within: '[data-kept="downloads"]' })).toEqual([]);
  }
  expect(await smallTargets(page, 60)).toEqual([]);
  await page.getByRole('button', { name: '从这台设备删除' }).click();
  await expect(page.getByText('已经从这台设备删除')).toBeVisible();
  expect(await keptAddresses(page, `hub-path-${slug}-${manifest.release}`)).toEqual([]);
  // Nothing is stored elsewhere, and everything can be erased.
  const stores = await page.evaluate(async () => ({
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(stores.caches.filter((name) => !['hub-pages', 'hub-assets'].includes(name))).toEqual([]);
  expect(stores.databases).toEqual([]);
  await page.getByRole('button', { name: '全部清掉，不留网页' }).click();
  await expect(page.getByText('还没有下载过专题')).toBeVisible();
  await page.waitForTimeout(2500);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});
