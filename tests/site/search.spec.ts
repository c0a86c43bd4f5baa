/** What readers type into the search, and what it finds. */
import { expect, test } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import { find, links, results, total } from './support/search-steps.ts';
import { aDocumentNumber, settingsOfSearch, wordsOfATitle } from './support/search-words.ts';

test('a piece of a text finds its page, its section and the words', async ({ page }) => {
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

test('punctuation from dictation and pasting changes nothing', async ({ page }) => {
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
  // The same for the editors' words, recent words, and suggestions.
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

test('a long text is cut with a message, and its address can be opened again', async ({ page }) => {
  const { typed, title } = await wordsOfATitle(page);
  await page.goto('./search/');
  const field = page.getByRole('combobox', { name: '搜索全站' });
  await field.fill(`${typed} ${'字'.repeat(2000)}`);
  await field.press('Enter');
  await expect(page.getByRole('status')).toContainText('一次最多查 200 个字');
  expect((await page.reload())?.status()).toBe(200);
  await expect(results(page)).toBeAttached();
  // An address that is too long opens as well, and is shortened.
  expect((await page.goto(`./search/?q=${encodeURIComponent('字'.repeat(2000))}`))?.status()).toBe(200);
  await expect(page.getByRole('status')).toContainText('一次最多查 200 个字');
  expect(page.url().length).toBeLessThan(4000);
  await field.fill(typed);
  await field.press('Enter');
  await expect(page.getByRole('status')).not.toContainText('一次最多');
  await expect(links(page).filter({ hasText: title })).toHaveCount(1);
});

test('a typing mistake with the same sound gets a suggestion', async ({ page }) => {
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
  // A part of a list with its own name.
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

test('words that occur nowhere are not found, and the service desk is named', async ({ page }) => {
  await find(page, '鲸鱼骑自行车');
  expect(await total(page)).toBe(0);
  const desk = page.getByRole('main').locator('a[href^="tel:"]');
  await expect(desk).toBeVisible();
});

test('the editors’ synonyms are found, and their pinned pages come first', async ({ page }) => {
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

test('the editors’ synonyms are found by pinyin too', async ({ page }) => {
  const { synonyms = [] } = await settingsOfSearch();
  const word = synonyms[0]?.words.split('、').find((each) => /^[\u4e00-\u9fff]{3,}$/.test(each)) ?? '';
  await find(page, pinyin(word, { toneType: 'none', type: 'array' }).join(' '));
  await expect(page.getByRole('status')).toContainText(`“${word}”`);
  expect(await total(page)).toBeGreaterThan(0);
});

test('a title without punctuation is found', async ({ page }) => {
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
  const odd = ['constructor', '__proto__', '<img src=x onerror=alert(1)>', '。。。', '😀', '字'.repeat(500)];
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
  // A link within the page starts no search: results stay.
  await page.evaluate(() => (location.hash = '#main'));
  await page.waitForTimeout(500);
  await expect(links(page)).toHaveCount(20);
});

test('when more results fail to load, that is reported, and the others stay', async ({ page, context }) => {
  await find(page, '的');
  await context.setOffline(true);
  await page.getByRole('button', { name: '再显示 10 个' }).click();
  await expect(page.getByRole('status')).toContainText('没有连上网站');
  await expect(links(page)).toHaveCount(10);
  await context.setOffline(false);
  await page.getByRole('button', { name: '再显示 10 个' }).click();
  await expect(links(page)).toHaveCount(20);
});
