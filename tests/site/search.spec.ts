import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const results = (page: Page): Locator => page.locator('[data-search-results][data-state="ready"]');
const links = (page: Page): Locator => results(page).locator('> li > a:first-child');
const total = async (page: Page): Promise<number> => Number(await results(page).getAttribute('data-total'));

async function find(page: Page, words: string): Promise<void> {
  await page.goto(`./search/?q=${encodeURIComponent(words)}`);
  await expect(results(page)).toBeAttached();
}

test.describe('what readers type', () => {
  test('a piece of a sentence leads to its page, its section and the very words', async ({ page }) => {
    await find(page, '登门维修');
    expect(await total(page)).toBeGreaterThan(0);
    await expect(page.getByRole('status')).toContainText(`找到 ${String(await total(page))} 个页面`);
    await expect(results(page).locator('mark').first()).toHaveText('登门维修');
    const part = results(page).locator('.search-result__part').first();
    const heading = decodeURIComponent((await part.getAttribute('href')) ?? '').replace(/^.*#|:~:.*$/g, '');
    await part.click();
    await expect(page.locator(`[id="${heading}"]`)).toBeVisible();
    await expect(page.getByRole('article')).toContainText('登门维修');
  });

  for (const [kind, words] of [
    ['Traditional characters', '登門維修'],
    ['pinyin', 'dengmenweixiu'],
    ['pinyin and characters', 'deng门维修'],
    ['full width and blanks', '登门　维修'],
  ] as const) {
    test(`${kind} find the same`, async ({ page }) => {
      await find(page, words);
      expect(await total(page)).toBeGreaterThan(0);
      await expect(links(page).first()).toContainText('登门维修');
    });
  }

  test('a slip that sounds the same is asked about, never passed over', async ({ page }) => {
    await find(page, '登门围修');
    expect(await total(page)).toBe(0);
    await page.getByRole('link', { name: '登门维修', exact: true }).click();
    await expect(page).toHaveURL(/q=%E7%99%BB%E9%97%A8%E7%BB%B4%E4%BF%AE/);
    await expect(links(page).first()).toContainText('登门维修');
  });

  test('a document number is found however its brackets are typed', async ({ page }) => {
    for (const words of [
      '国办发〔2017〕47号',
      '国办发[2017]47号',
      '国办发2017 47号',
      '国办发（2017）第47号',
    ]) {
      await find(page, words);
      await expect(links(page).first()).toContainText('政府网站发展指引');
    }
  });

  test('what occurs nowhere is not found, and the service desk is named', async ({ page }) => {
    await find(page, '鲸鱼骑自行车');
    expect(await total(page)).toBe(0);
    await expect(page.getByRole('main').getByRole('link', { name: /\d{4}-\d+/ })).toHaveAttribute(
      'href',
      /^tel:/,
    );
  });

  test('words of the settings lead to what the site calls otherwise, and to the page put first', async ({
    page,
  }) => {
    await find(page, '老人饭堂');
    await expect(page.getByRole('status')).toContainText('老年窗口');
    await expect(links(page).first()).toContainText('老年窗口');
    await find(page, '食堂');
    await expect(links(page).first()).toHaveAttribute('href', /\/orgs\/houqin-fuwu-zhongxin\/$/);
  });

  test('a single character finds every page that has it, ten at a time', async ({ page }) => {
    await find(page, '的');
    const all = await total(page);
    expect(all).toBeGreaterThan(20);
    await expect(links(page)).toHaveCount(10);
    await page.getByRole('button', { name: '再显示 10 个' }).click();
    await expect(links(page)).toHaveCount(20);
  });
});

test.describe('the page', () => {
  test('filters narrow, keep to the address, and go with the back button', async ({ page }) => {
    await find(page, '共建');
    const all = await total(page);
    const section = page.getByRole('combobox', { name: '栏目' });
    const option = section.locator('option', { hasText: '理论学习' });
    const count = Number(/（(\d+)）/.exec((await option.textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(all);
    await section.selectOption('理论学习');
    await expect(results(page)).toHaveAttribute('data-total', String(count));
    await expect(page).toHaveURL(/section=/);
    await page.getByRole('combobox', { name: '排序' }).selectOption('day');
    const days = await results(page)
      .locator('time')
      .evaluateAll((all) => all.map((each) => each.getAttribute('datetime')));
    expect(days).toEqual(days.toSorted().toReversed());
    await page.goBack();
    await page.goBack();
    await expect(results(page)).toHaveAttribute('data-total', String(all));
    await expect(section).toHaveValue('');
    await page.goForward();
    await expect(results(page)).toHaveAttribute('data-total', String(count));
  });

  test('back from a result shows the results again', async ({ page }) => {
    await find(page, '登门维修');
    const title = (await links(page).first().textContent()) ?? '';
    await links(page).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.goBack();
    await expect(links(page).first()).toHaveText(title);
    await expect(page.getByRole('combobox', { name: '搜索全站' })).toHaveValue('登门维修');
  });

  test('titles are offered while typing and opened by keyboard', async ({ page }) => {
    await page.goto('./search/');
    const field = page.getByRole('combobox', { name: '搜索全站' });
    await field.pressSequentially('坡道');
    await expect(page.getByRole('option').first()).toContainText('坡道');
    await field.press('ArrowDown');
    const title = (await page.getByRole('option', { selected: true }).textContent()) ?? '';
    await field.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  test('nothing is asked while an input method composes', async ({ page }) => {
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
    await compose('p');
    await compose('po dao');
    await expect(field).toHaveValue('po dao');
    // Long enough for an answer, had there been a question.
    await page.waitForTimeout(600);
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(page).toHaveURL(/\/search\/$/);
    await keyboard.send('Input.insertText', { text: '坡道' });
    await expect(field).toHaveValue('坡道');
    await expect(page.getByRole('option').first()).toContainText('坡道');
    await field.press('Enter');
    await expect(page).toHaveURL(/q=%E5%9D%A1%E9%81%93/);
    await expect(links(page).first()).toContainText('坡道');
  });

  test('recent words stay on the device and go with one press', async ({ page }) => {
    await find(page, '登门维修');
    await page.goto('./search/');
    await expect(page.getByRole('link', { name: '登门维修', exact: true })).toBeVisible();
    await page.getByRole('button', { name: '全部清除' }).click();
    await expect(page.getByText('最近找过')).toHaveCount(0);
    await page.reload();
    await expect(page.getByText('最近找过')).toHaveCount(0);
  });

  test('without a connection, what was loaded still answers, and the rest is said plainly', async ({
    page,
  }) => {
    await find(page, '登门维修');
    const all = await total(page);
    await page.context().setOffline(true);
    const field = page.getByRole('combobox', { name: '搜索全站' });
    await field.fill('登门');
    await field.press('Escape');
    await field.press('Enter');
    await expect(page.getByRole('status')).toContainText(/没有连上网站|只能按标题查找|找到/);
    await field.fill('登门维修');
    await field.press('Escape');
    await field.press('Enter');
    await expect(results(page)).toHaveAttribute('data-total', String(all));
    await page.context().setOffline(false);
  });
});

test.describe('what it costs and to whom', () => {
  test('nothing of search is loaded before the reader turns to it', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('./');
    await page.goto('./search/');
    await page.getByRole('combobox').waitFor();
    expect(asked.filter((path) => path.includes('/pagefind/'))).toEqual([]);
    await page.getByRole('combobox').focus();
    await expect.poll(() => asked.filter((path) => path.includes('/pagefind/catalogue')).length).toBe(1);
    expect(asked.filter((path) => path.includes('wasm'))).toEqual([]);
  });

  for (const width of [390, 1366]) {
    test(`results, filters, offers and an empty answer are accessible at ${String(width)} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const words of ['共建', '登门围修']) {
        await find(page, words);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
      await page.getByRole('combobox').fill('坡道');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });
    test('the index by pinyin leads to every title', async ({ page }) => {
      await page.goto('./search/?q=坡道');
      await page.getByRole('main').getByRole('link', { name: '拼音索引' }).click();
      await page.getByRole('navigation', { name: '首字母' }).getByRole('link').first().click();
      const link = page.getByRole('main').locator('section a').first();
      const title = (await link.textContent())?.trim() ?? '';
      await link.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    });
  });
});
