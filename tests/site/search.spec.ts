import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import { aDocumentNumber, settingsOfSearch, wordsOfATitle } from './support/search-words.ts';

const results = (page: Page): Locator => page.locator('[data-search-results][data-state="ready"]');
const links = (page: Page): Locator => results(page).locator('> li > a:first-child');
const total = async (page: Page): Promise<number> => Number(await results(page).getAttribute('data-total'));

async function find(page: Page, words: string): Promise<void> {
  await page.goto(`./search/?q=${encodeURIComponent(words)}`);
  await expect(results(page)).toBeAttached();
}

test.describe('what readers type', () => {
  test('a piece of a text leads to its page, its section and the very words', async ({ page }) => {
    const { typed } = await wordsOfATitle(page);
    await find(page, typed);
    expect(await total(page)).toBeGreaterThan(0);
    await expect(page.getByRole('status')).toContainText(`找到 ${String(await total(page))} 个页面`);
    await expect(results(page).locator('mark').first()).toHaveText(typed);
    await find(page, '的');
    const part = results(page).locator('.search-result__part').first();
    const heading = decodeURIComponent((await part.getAttribute('href')) ?? '').replace(/^.*#|:~:.*$/g, '');
    await part.click();
    await expect(page.locator(`[id="${heading}"]`)).toBeVisible();
  });

  test('other scripts, pinyin, full width and blanks find the same', async ({ page }) => {
    const { title, typed, traditional, pinyin, mixed } = await wordsOfATitle(page);
    const spaced = `${typed.slice(0, 2)}　${typed.slice(2)}`;
    for (const words of [typed, traditional, pinyin, mixed, spaced]) {
      await find(page, words);
      expect(await total(page)).toBeGreaterThan(0);
      await expect(links(page).filter({ hasText: title })).toHaveCount(1);
    }
  });

  test('marks as dictation and pasting leave them lose nothing', async ({ page }) => {
    const { typed, title } = await wordsOfATitle(page);
    await find(page, typed);
    const all = await total(page);
    for (const words of [`${typed}。`, `“${typed}？”`, `《${typed}》`, `，${typed}……`, `😀 ${typed}！\n`]) {
      await find(page, words);
      expect(await total(page)).toBe(all);
      await expect(results(page).locator('mark').first()).toHaveText(typed);
    }
    await find(page, `${typed.slice(0, 2)}，${typed.slice(2)}。`);
    await expect(links(page).filter({ hasText: title })).toHaveCount(1);
    // Words of the editors, the words found last, and titles while typing are found by the same form.
    const { synonyms = [], pins = [] } = await settingsOfSearch();
    const [first = '', other = ''] = synonyms[0]?.words.split('、') ?? [];
    await find(page, `${first}。`);
    await expect(page.getByRole('status')).toContainText(`“${other}”`);
    await find(page, `“${pins[0]?.word ?? ''}”？`);
    await expect(links(page).first()).toHaveAttribute('href', new RegExp(`${pins[0]?.page ?? '?'}$`));
    await page.goto('./search/');
    await expect(page.getByRole('link', { name: first, exact: true })).toBeVisible();
    await page.getByRole('combobox', { name: '搜索全站' }).fill(`${typed}？`);
    await expect(page.getByRole('option').first()).toContainText(typed);
  });

  test('a long text is cut where it is said, and its address can be opened again', async ({ page }) => {
    const { typed, title } = await wordsOfATitle(page);
    await page.goto('./search/');
    const field = page.getByRole('combobox', { name: '搜索全站' });
    await field.fill(`${typed} ${'字'.repeat(2000)}`);
    await field.press('Enter');
    await expect(page.getByRole('status')).toContainText('一次最多查 200 个字');
    expect((await page.reload())?.status()).toBe(200);
    await expect(results(page)).toBeAttached();
    // An address that is too long already opens as well, and becomes one that is not.
    expect((await page.goto(`./search/?q=${encodeURIComponent('字'.repeat(2000))}`))?.status()).toBe(200);
    await expect(page.getByRole('status')).toContainText('一次最多查 200 个字');
    expect(page.url().length).toBeLessThan(4000);
    await field.fill(typed);
    await field.press('Enter');
    await expect(page.getByRole('status')).not.toContainText('一次最多');
    await expect(links(page).filter({ hasText: title })).toHaveCount(1);
  });

  test('a slip that sounds the same is asked about, never passed over', async ({ page }) => {
    const { slip, typed, title } = await wordsOfATitle(page);
    await find(page, slip);
    expect(await total(page)).toBe(0);
    await page.getByRole('link', { name: typed, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(typed)}`));
    await expect(links(page).filter({ hasText: title })).toHaveCount(1);
  });

  test('every page of the navigation and the site map is found by its name, before the pages for programs', async ({
    page,
  }) => {
    await page.goto('./sitemap/');
    const named = await page
      .locator('.site-nav a, main .group__title a, main .map__link, .site-foot__links a')
      .evaluateAll((all) =>
        (all as HTMLAnchorElement[]).map((link) => ({
          name: (link.firstChild?.textContent ?? '').trim(),
          address: link.pathname,
        })),
      );
    const pages = new Map(
      named.filter(({ address }) => address.endsWith('/')).map(({ name, address }) => [address, name]),
    );
    expect(pages.size).toBeGreaterThan(40);
    // A part of a list with a name of its own.
    pages.set('/meetings/decisions/', '全部决定');
    await page.goto('./search/');
    const field = page.getByRole('combobox', { name: '搜索全站' });
    for (const [address, name] of pages) {
      await field.fill(`${name}。`);
      await field.press('Enter');
      await expect(page.getByRole('status')).toContainText(`“${name}”`);
      await expect(links(page).first(), name).toHaveAttribute('href', address);
    }
  });

  test('a document number is found however it is typed', async ({ page }) => {
    const { title, issuer, year, number } = await aDocumentNumber(page);
    for (const between of [`〔${year}〕`, `[${year}]`, `（${year}）第`, `${year} `]) {
      await find(page, `${issuer}${between}${number}号`);
      await expect(links(page).filter({ hasText: title })).toHaveCount(1);
    }
  });

  test('what occurs nowhere is not found, and the service desk is named', async ({ page }) => {
    await find(page, '鲸鱼骑自行车');
    expect(await total(page)).toBe(0);
    const desk = page.getByRole('main').locator('a[href^="tel:"]');
    await expect(desk).toBeVisible();
  });

  test('the editors’ words lead to what the site calls otherwise, and to the page put first', async ({
    page,
  }) => {
    const { synonyms = [], pins = [] } = await settingsOfSearch();
    for (const { words } of synonyms) {
      const [first = '', ...others] = words.split('、');
      await find(page, first);
      for (const other of others) await expect(page.getByRole('status')).toContainText(`“${other}”`);
      expect(await total(page)).toBeGreaterThan(0);
    }
    for (const { word, page: address } of pins) {
      await find(page, word);
      await expect(links(page).first()).toHaveAttribute('href', new RegExp(`${address}$`));
    }
  });

  test('the editors’ words are understood by their sound too', async ({ page }) => {
    const { synonyms = [] } = await settingsOfSearch();
    const word = synonyms[0]?.words.split('、').find((each) => /^[\u4e00-\u9fff]{3,}$/.test(each)) ?? '';
    await find(page, pinyin(word, { toneType: 'none', type: 'array' }).join(' '));
    await expect(page.getByRole('status')).toContainText(`“${word}”`);
    expect(await total(page)).toBeGreaterThan(0);
  });

  test('a title spoken without its marks is found', async ({ page }) => {
    await page.goto('./materials/');
    const titles = await page.locator('main .entry__link').allInnerTexts();
    const title = titles.map((each) => each.trim()).find((each) => /[：，]/.test(each)) ?? '';
    await find(page, title.replace(/[^\p{L}\p{N}]/gu, ''));
    await expect(links(page).first()).toHaveText(title);
  });

  test('words that mean something to programs mean nothing here', async ({ page }) => {
    page.on('dialog', () => {
      throw new Error('What was typed has run.');
    });
    const odd = [
      'constructor',
      '__proto__',
      '<img src=x onerror=alert(1)>',
      '。。。',
      '😀',
      '字'.repeat(500),
    ];
    for (const words of odd) {
      await find(page, words);
      expect(await total(page)).toBe(0);
      await expect(page.getByRole('status')).not.toContainText('只能按标题查找');
    }
  });

  test('a single character finds every page that has it, ten at a time', async ({ page }) => {
    await find(page, '的');
    const all = await total(page);
    expect(all).toBeGreaterThan(20);
    await expect(links(page)).toHaveCount(10);
    await page.getByRole('button', { name: '再显示 10 个' }).press('Enter');
    await expect(links(page)).toHaveCount(20);
    await expect(links(page).nth(10)).toBeFocused();
    await expect(page.getByRole('status')).toContainText('又显示了 10 个');
    // A link within the page asks for nothing: what is shown stays.
    await page.evaluate(() => (location.hash = '#main'));
    await page.waitForTimeout(500);
    await expect(links(page)).toHaveCount(20);
  });

  test('more that cannot be had is said, and what is there stays', async ({ page, context }) => {
    await find(page, '的');
    await context.setOffline(true);
    await page.getByRole('button', { name: '再显示 10 个' }).click();
    await expect(page.getByRole('status')).toContainText('没有连上网站');
    await expect(links(page)).toHaveCount(10);
    await context.setOffline(false);
    await page.getByRole('button', { name: '再显示 10 个' }).click();
    await expect(links(page)).toHaveCount(20);
  });
});

test.describe('the page', () => {
  test('filters narrow, keep to the address, and go with the back button', async ({ page }) => {
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

  test('two filters chosen quickly on a slow line both count', async ({ page }) => {
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

  test('what is typed before the script comes stays, and the field keeps the focus', async ({ page }) => {
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

  test('section, year, unit, topic and validity narrow, each with its counts', async ({ page }) => {
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

  test('in the elder view results lead on within it', async ({ page }) => {
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

  test('titles are offered while typing and opened by keyboard', async ({ page }) => {
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

  test('nothing is asked while an input method composes', async ({ page }) => {
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
    // Long enough for an answer, had there been a question.
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

  test('recent words stay on the device and go with one press', async ({ page }) => {
    const { typed } = await wordsOfATitle(page);
    await find(page, typed);
    await page.goto('./search/');
    await expect(page.getByRole('link', { name: typed, exact: true })).toBeVisible();
    await page.getByRole('button', { name: '全部清除' }).click();
    await expect(page.getByText('最近找过')).toHaveCount(0);
    await page.reload();
    await expect(page.getByText('最近找过')).toHaveCount(0);
  });

  test('without a connection, what was loaded still answers, and the rest is said plainly', async ({
    page,
  }) => {
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
});

test.describe('what it costs and to whom', () => {
  test('nothing of search is loaded before the reader turns to it', async ({ page }) => {
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
    test(`results, filters, offers and an empty answer are accessible at ${String(width)} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      const { typed, slip } = await wordsOfATitle(page);
      for (const words of [typed, slip]) {
        await find(page, words);
        expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
      }
      await page.getByRole('combobox', { name: '搜索全站' }).fill(typed);
      await expect(page.getByRole('option').first()).toBeVisible();
      expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
    });
  }

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });
    test('the index by pinyin leads to every title', async ({ page }) => {
      await page.goto('./search/?q=食堂');
      await page.getByRole('main').getByRole('link', { name: '拼音索引' }).click();
      await page.getByRole('navigation', { name: '首字母' }).getByRole('link').first().click();
      const link = page.getByRole('main').locator('section a').first();
      const title = (await link.textContent())?.trim() ?? '';
      await link.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    });
  });
});
