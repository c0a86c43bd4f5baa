import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { address, li, signIn } from './people.ts';
import { git } from './store-git.ts';

const data = process.env['HUB_TEST_DATA'] ?? '';

const state = (page: Page, name: string) => page.getByRole('button', { name: `状态：${name}` });

async function setState(page: Page, from: string, to: string): Promise<void> {
  await state(page, from).click();
  await page.getByRole('menuitem', { name: to }).click();
  await expect(state(page, to)).toBeVisible();
}

/** Saves, and waits until there is nothing left to save. */
async function save(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: '保存', exact: true });
  await button.click();
  await expect(page.getByText('已保存', { exact: true }).first()).toBeVisible();
  await expect(button).toBeDisabled();
}

test.beforeEach(({ page }) => {
  // Decap asks whether to publish, and whether to leave.
  page.on('dialog', (dialog) => void dialog.accept());
});

test('saving keeps the state: draft, in review or ready', async ({ page }) => {
  await signIn(page, li);
  await page.getByRole('link', { name: '通知公告', exact: true }).click();
  await page.getByRole('link', { name: '新建通知公告' }).click();
  const title = page.getByLabel('标题', { exact: true });
  await title.fill('电梯检修通知');
  await page.getByLabel('网址名', { exact: true }).fill('dianti-jianxiu');
  await save(page);
  await expect(state(page, '草稿')).toBeVisible();
  for (const [from, to] of [
    ['草稿', '审核中'],
    ['审核中', '可以发布'],
    ['可以发布', '草稿'],
  ] as const) {
    await setState(page, from, to);
    await title.fill(`电梯检修通知（${to}时改过）`);
    await save(page);
    await expect(state(page, to)).toBeVisible();
    await page.reload();
    await expect(title).toHaveValue(`电梯检修通知（${to}时改过）`);
    await expect(state(page, to)).toBeVisible();
  }
});

test('renaming an entry updates its references, and its old address redirects', async ({ page, browser }) => {
  const [old, fresh] = ['xieshang-liubu', 'xieshang-liu-bu'];
  const naming = git('grep', '-l', '-w', old, 'main', '--', 'content').trim().split('\n');
  const others = naming.filter((name) => !name.includes(`materials/${old}/`)).length;
  expect(others).toBeGreaterThan(3);

  await signIn(page, li);
  await page.goto(`${address}admin/#/collections/materials/entries/${old}/index`);
  await page.getByLabel('网址名', { exact: true }).fill(fresh);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '地址改了' });
  await expect(dialog).toContainText(
    `地址改成了 /materials/${fresh}/。发布时，另外 ${String(others)} 篇内容里指向它的地方会一起改过来，旧地址会转到新地址。`,
  );
  await page.screenshot({ path: test.info().outputPath('moved.png') });
  await dialog.getByRole('button').last().click();

  await setState(page, '草稿', '可以发布');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('menuitem', { name: '现在发布' }).click();
  await expect
    .poll(async () => (await page.request.get(`${address}materials/${fresh}/`)).status(), {
      timeout: 180_000,
      intervals: [1000],
    })
    .toBe(200);

  const changed = git(
    'show',
    '--first-parent',
    '-m',
    '--no-renames',
    '--format=',
    '--name-status',
    'main',
  ).trim();
  expect(changed.split('\n').filter((line) => line.startsWith('M'))).toHaveLength(others);
  const lines = git('diff', '--unified=0', '--no-renames', 'main~1', 'main', '--', ':!content/materials')
    .split('\n')
    .filter((line) => /^[+-][^+-]/.test(line));
  // Each removed line comes back with the new name and no other change.
  const gone = lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1));
  const come = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
  expect(come).toEqual(gone.map((line) => line.replaceAll(old, fresh)));

  for (const view of ['', 'elder/']) {
    const answer = await page.request.get(`${address}${view}materials/${old}/`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location']]).toEqual([301, `/${view}materials/${fresh}/`]);
  }
  // On a server without redirects, the page at the old address redirects.
  const html = await import('node:fs/promises').then(({ readFile }) =>
    readFile(path.join(data, 'live/site/materials', old, 'index.html'), 'utf8'),
  );
  const context = await browser.newContext({ javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.route(`${address}by-file/`, (route) =>
    route.fulfill({ body: html, contentType: 'text/html' }),
  );
  await reader.goto(`${address}by-file/`);
  await reader.waitForURL(`${address}materials/${fresh}/`);
  await context.close();
  expect(await (await page.request.get(`${address}sitemap/`)).text()).not.toContain(`/materials/${old}/`);
});
