/** The page of the search: filters, suggestions, recent words, what it loads, and its way without script. */
import { expect, test } from '@playwright/test';
import { axeProblems } from './support/axe.ts';
import { find, links, results, total } from './support/search-steps.ts';
import { wordsOfATitle } from './support/search-words.ts';

test('filters reduce the results, are in the address, and follow the back button', async ({ page }) => {
  await find(page, '的');
  const all = await total(page);
  const section = page.getByRole('combobox', { name: '栏目' });
  const option = section.locator('option').nth(1);
  const count = Number(/（(\d+)）/.exec((await option.textContent()) ?? '')?.[1]);
  const value = (await option.getAttribute('value')) ?? '';
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(all);
  await section.selectOption(value);
  await expect(results(page)).toHaveAttribute('data-total', String(count));
  await expect(page).toHaveURL(/section=/);
  await page.getByRole('combobox', { name: '排序' }).selectOption('day');
  const days = (): Promise<(string | null)[]> =>
    results(page)
      .locator('time')
      .evaluateAll((all) => all.map((each) => each.getAttribute('datetime')));
  const areSorted = async (): Promise<boolean> => {
    const shown = await days();
    return shown.join() === shown.toSorted().toReversed().join();
  };
  await expect.poll(areSorted).toBe(true);
  await page.goBack();
  await page.goBack();
  await expect(results(page)).toHaveAttribute('data-total', String(all));
  await expect(section).toHaveValue('');
  await page.goForward();
  await expect(results(page)).toHaveAttribute('data-total', String(count));
});

test('two filters chosen quickly on a slow connection both count', async ({ page }) => {
  await find(page, '的');
  await page.route(/\/pagefind\/fragment\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.getByRole('combobox', { name: '栏目' }).selectOption({ index: 1 });
  await page.getByRole('combobox', { name: '年份' }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/section=.+year=/);
  await expect(page.getByRole('combobox', { name: '栏目' })).not.toHaveValue('');
  await page.getByRole('button', { name: '清除筛选' }).press('Enter');
  await expect(page.getByRole('status')).toBeFocused();
});

test('text typed before the script loads stays, and the field keeps the focus', async ({ page }) => {
  await page.route(/\/_astro\/search-page\./, async (route) => {
    await page.getByRole('searchbox', { name: '搜索全站' }).fill('食');
    await route.continue();
  });
  await page.goto('./search/');
  const field = page.getByRole('combobox', { name: '搜索全站' });
  await expect(field).toHaveValue('食');
  await expect(field).toBeFocused();
  await field.press('Enter');
  await expect(results(page)).toHaveAttribute('data-total', /[1-9]/);
});

test('section, year, unit, topic and validity reduce the results to their counts', async ({ page }) => {
  await find(page, '的');
  for (const name of ['栏目', '年份', '单位', '专题', '有效性']) {
    const options = page.getByRole('combobox', { name }).locator('option');
    expect(await options.count()).toBeGreaterThan(2);
    const [value = '', count = ''] = ((await options.nth(1).textContent()) ?? '').split(/[（）]/);
    await page.getByRole('combobox', { name }).selectOption(value);
    await expect(results(page)).toHaveAttribute('data-total', count);
    await page.getByRole('button', { name: '清除筛选' }).click();
  }
});

test('in the elder view results link to the elder view', async ({ page }) => {
  const { typed } = await wordsOfATitle(page);
  await page.goto(`./elder/search/?q=${encodeURIComponent(typed)}`);
  await expect(links(page).first()).toHaveAttribute('href', /\/elder\//);
  await links(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(typed);
});

test('back from a result shows the results again', async ({ page }) => {
  const { typed } = await wordsOfATitle(page);
  await find(page, typed);
  const title = (await links(page).first().textContent()) ?? '';
  await links(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.goBack();
  await expect(links(page).first()).toHaveText(title);
  await expect(page.getByRole('combobox', { name: '搜索全站' })).toHaveValue(typed);
});

test('titles are suggested while typing and opened by keyboard', async ({ page }) => {
  const { typed } = await wordsOfATitle(page);
  await page.goto('./search/');
  const field = page.getByRole('combobox', { name: '搜索全站' });
  await field.pressSequentially(typed);
  await expect(page.getByRole('option').first()).toContainText(typed);
  await field.press('ArrowDown');
  const title = (await page.getByRole('option', { selected: true }).textContent()) ?? '';
  await field.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('nothing is searched while an input method composes', async ({ page }) => {
  const { typed, pinyin } = await wordsOfATitle(page);
  await page.goto('./search/');
  const field = page.getByRole('combobox', { name: '搜索全站' });
  await field.focus();
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await compose(pinyin.slice(0, 1));
  await compose(pinyin);
  await expect(field).toHaveValue(pinyin);
  // Long enough for an answer to a query.
  await page.waitForTimeout(600);
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(page).toHaveURL(/\/search\/$/);
  await keyboard.send('Input.insertText', { text: typed });
  await expect(field).toHaveValue(typed);
  await expect(page.getByRole('option').first()).toContainText(typed);
  await field.press('Enter');
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(typed)}`));
  await expect(links(page).first()).toContainText(typed);
});

test('recent words stay on the device and are deleted with one press', async ({ page }) => {
  const { typed } = await wordsOfATitle(page);
  await find(page, typed);
  await page.goto('./search/');
  await expect(page.getByRole('link', { name: typed, exact: true })).toBeVisible();
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(page.getByText('最近找过')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('最近找过')).toHaveCount(0);
});

test('without a connection, loaded words are still found, and others are reported', async ({ page }) => {
  const { typed } = await wordsOfATitle(page);
  await find(page, typed);
  const all = await total(page);
  await page.context().setOffline(true);
  const field = page.getByRole('combobox', { name: '搜索全站' });
  await field.fill(typed.slice(1));
  await field.press('Enter');
  await expect(page.getByRole('status')).toContainText(/没有连上网站|只能按标题查找|找到/);
  await field.fill(typed);
  await field.press('Enter');
  await expect(results(page)).toHaveAttribute('data-total', String(all));
  await page.context().setOffline(false);
});

test('search files are loaded only when the reader uses the field', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./');
  await page.goto('./search/');
  await page.getByRole('combobox').first().waitFor();
  expect(asked.filter((path) => path.includes('/pagefind/'))).toEqual([]);
  await page.getByRole('combobox').focus();
  await expect.poll(() => asked.filter((path) => path.includes('/pagefind/catalogue')).length).toBe(1);
  expect(asked.filter((path) => path.includes('wasm'))).toEqual([]);
});

for (const width of [390, 1366]) {
  test(`results, filters, suggestions and an empty answer are accessible at ${String(width)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const { typed, slip } = await wordsOfATitle(page);
    for (const words of [typed, slip]) {
      await find(page, words);
      expect(await axeProblems(page)).toEqual([]);
    }
    await page.getByRole('combobox', { name: '搜索全站' }).fill(typed);
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await axeProblems(page)).toEqual([]);
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the pinyin index links to titles', async ({ page }) => {
    await page.goto('./search/?q=食堂');
    await page.getByRole('main').getByRole('link', { name: '拼音索引' }).click();
    await page.getByRole('navigation', { name: '首字母' }).getByRole('link').first().click();
    const link = page.getByRole('main').locator('section a').first();
    const title = (await link.textContent())?.trim() ?? '';
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
});
