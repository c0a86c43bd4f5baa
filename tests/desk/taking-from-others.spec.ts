import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { address, li, saveButton, saved, signIn } from './people.ts';
import { gitBytes } from './store-git.ts';

/** Relations to other entries, and 照着写一篇, which copies one. */

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

test.beforeEach(async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(page, li);
});

const newActivity = async (page: Page): Promise<void> => {
  await page.goto(`${address}admin/#/collections/activities/new`);
  await expect(page.locator('.cm-content')).toBeVisible();
};

test('a late answer of the search does not replace a newer one', async ({ page }) => {
  await newActivity(page);
  const answered: string[] = [];
  // The first request is slow, the second is not.
  await page.route('**/admin/api/store', async (route) => {
    const { action, params } = route.request().postDataJSON() as {
      action: string;
      params: { search?: string };
    };
    const answer = await route.fetch();
    if (action === 'entriesByFolder' && params.search === '后勤') {
      await expect.poll(() => answered).toContain('居民');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await route.fulfill({ response: answer });
    if (params.search) answered.push(params.search);
  });
  const search = page.getByRole('searchbox', { name: '参与单位' });
  const asked = page.waitForRequest((request) => request.postData()?.includes('"search":"后勤"') ?? false);
  await search.fill('后勤');
  await asked;
  await search.fill('居民');
  await expect.poll(() => answered, { timeout: 20_000 }).toEqual(['居民', '后勤']);
  const found = page.getByRole('list', { name: '参与单位：可以选的共建单位' });
  await expect(found.getByRole('button', { name: '示例职业技术学院后勤服务中心' })).toHaveCount(0);
  await expect(found.getByRole('button', { name: '居民' }).first()).toBeVisible();
});

test('a long list says how many there are, shows more, and works by keyboard', async ({ page }) => {
  await newActivity(page);
  const search = page.getByRole('searchbox', { name: '相关学习材料' });
  await page.route('**/admin/api/store', async (route) => {
    const request = route.request().postDataJSON() as { action: string; params: Record<string, unknown> };
    const { action, params } = request;
    // The sample has few texts in each collection, so pages of five make the list long.
    if (action === 'entriesByFolder' && params['folder'] === 'content/materials' && !params['filter']) {
      const pageSize = Number(params['pageSize']) / 4;
      await route.continue({ postData: JSON.stringify({ ...request, params: { ...params, pageSize } }) });
    } else await route.continue();
  });
  await search.click();
  const group = page.getByRole('group', { name: '相关学习材料' });
  const offered = group.getByRole('list').last().getByRole('listitem');
  await expect(offered).toHaveCount(6);
  const status = group.getByRole('status');
  await expect(status).toHaveText(/^还有 \d+ 条，请再多打几个字。$/);
  const more = Number(/\d+/.exec((await status.textContent()) ?? '')?.[0]);
  await group.getByRole('button', { name: '多显示一些' }).click();
  await expect(offered).toHaveCount(11);
  await expect(status).toContainText(`还有 ${String(more - 5)} 条`);

  await search.fill('没有哪一篇有这几个字');
  await expect(status).toHaveText('没有找到含“没有哪一篇有这几个字”的理论学习。');
  await search.fill('一盏灯');
  await expect(status).not.toContainText('没有找到');
  await search.press('ArrowDown');
  const first = offered.first().getByRole('button');
  await expect(first).toBeFocused();
  const title = (await first.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(group.getByRole('button', { name: `移除${title}` })).toBeVisible();
  // Focus is back, and the list stays closed.
  await expect(search).toBeFocused();
  await expect(group.getByRole('list')).toHaveCount(1);
  await search.press('a');
  await expect(group.getByRole('list')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(group.getByRole('list')).toHaveCount(1);
});

test('a failed search says so, and earlier results stay', async ({ page }) => {
  await newActivity(page);
  const search = page.getByRole('searchbox', { name: '参与单位' });
  await search.click();
  const group = page.getByRole('group', { name: '参与单位' });
  await expect(group.getByRole('listitem').first()).toBeVisible();
  await page.route('**/admin/api/store', (route) => route.abort());
  await search.fill('后勤');
  await expect(group.getByRole('status')).toContainText('现在连不上服务器');
});

test('照着写一篇 copies the pictures, but not the slug, times and signatures', async ({ page }) => {
  await page.goto(`${address}admin/#/collections/activities/entries/2026/1017-gongxue-yinsi/index`);
  await expect(field(page, '网址名')).toHaveValue('1017-gongxue-yinsi');
  const title = await field(page, '标题').inputValue();
  await page
    .getByRole('button', { name: /已发布|发布/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: '照着写一篇' }).click();
  await expect(page).toHaveURL(/activities\/new$/);
  await expect(field(page, '标题')).toHaveValue(title);
  await expect(field(page, '网址名')).toHaveValue('');
  await expect(field(page, '活动日期')).toHaveValue('');
  await expect(field(page, '发布时间')).toHaveValue('');
  await expect(page.getByLabel(/^责编/)).toHaveValue('');
  await expect(page.getByLabel(/^审核/)).toHaveValue('');
  await expect(page.getByLabel(/^参加人数/)).toHaveValue('');
  await expect(page.getByLabel(/^地点/)).not.toHaveValue('');
  const pictures = page.frameLocator('#preview-pane').locator('.prose img');
  await expect
    .poll(() => pictures.evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth > 0)))
    .not.toContain(false);
  expect(await pictures.count()).toBeGreaterThan(0);

  await field(page, '标题').fill('照着写的一篇');
  await field(page, '活动日期').fill('2026-11-20');
  await saveButton(page).click();
  await saved(page);
  await expect(page).toHaveURL(/1120-[a-z-]+\/index$/);
  const slug = /entries\/(2026\/1120-[a-z-]+)\/index$/.exec(page.url())?.[1] ?? '';
  const draft = `refs/heads/cms/activities/${slug.replace('/', '--')}`;
  const here = `content/activities/${slug}`;
  const source = 'content/activities/2026/1017-gongxue-yinsi';
  const files = (ref: string, folder: string): string[] =>
    gitBytes('ls-tree', '--name-only', `${ref}:${folder}`).toString().trim().split('\n');
  expect(files(draft, here)).toEqual(files('main', source));
  for (const name of files('main', source).filter((each) => !each.endsWith('.md'))) {
    expect(
      gitBytes('show', `${draft}:${here}/${name}`).equals(gitBytes('show', `main:${source}/${name}`)),
      name,
    ).toBe(true);
  }
  const text = gitBytes('show', `${draft}:${here}/index.md`).toString();
  expect(text).not.toMatch(/^(editor|reviewer|participants):/m);
  expect(text).not.toContain('2026-10-17');
});
