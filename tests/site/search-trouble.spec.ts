/** Search when its files fail: it never says “not found” where it could not look. */
import { expect, test } from '@playwright/test';
import type { Locator, Page, Route } from '@playwright/test';
import { wordsOfATitle } from './support/search-words.ts';

const results = (page: Page): Locator => page.locator('[data-search-results][data-state="ready"]');
const status = (page: Page): Locator => page.getByRole('main').getByRole('status');
const total = async (page: Page): Promise<number> => Number(await results(page).getAttribute('data-total'));
const again = (page: Page): Locator => page.getByRole('button', { name: '再试一次' });

const open = (page: Page, words: string) => page.goto(`./search/?q=${encodeURIComponent(words)}`);

async function type(page: Page, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: '搜索全站' });
  await field.fill(words);
  await field.press('Enter');
}

/** How a file can fail, and the message for the reader. */
const failures: Record<string, { message: string; act: (route: Route) => Promise<void> }> = {
  'answered 503': { message: '没有取全', act: (route) => route.fulfill({ status: 503, body: '稍后再来' }) },
  aborted: { message: '没有', act: (route) => route.abort('connectionreset') },
  'cut short': {
    message: '没有取全',
    act: async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, Math.floor(body.length / 2)) });
    },
  },
  'replaced by a page': {
    message: '没有取全',
    act: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>请登录校园网</h1>' }),
  },
  empty: { message: '没有取全', act: (route) => route.fulfill({ status: 200, body: '' }) },
};

const files: Record<string, RegExp> = {
  'the lists of places': /\/pagefind\/index\//,
  'the list of lists': /\.pf_meta/,
  'the engine': /\/pagefind\/(?:wasm|pagefind\.js)/,
  'the entry': /\/pagefind\/pagefind-entry\.json/,
  'the catalogue': /\/pagefind\/catalogue\./,
};

/** A word from a text, and the number of pages with it. */
async function aWord(page: Page): Promise<{ word: string; pages: number }> {
  const { typed } = await wordsOfATitle(page);
  const word = typed.slice(0, 2);
  await open(page, word);
  await expect(results(page)).toBeAttached();
  const pages = await total(page);
  expect(pages).toBeGreaterThan(1);
  return { word, pages };
}

for (const [file, pattern] of Object.entries(files)) {
  test(`${file} failing in any way at the first question`, async ({ page }) => {
    const { word, pages } = await aWord(page);
    for (const { message, act } of Object.values(failures)) {
      await page.route(pattern, act);
      await open(page, word);
      await expect(again(page)).toBeVisible();
      await expect(status(page)).toContainText(message);
      await expect(status(page)).not.toContainText('没有找到');
      await page.unroute(pattern);
      await again(page).click();
      await expect(results(page)).toHaveAttribute('data-total', String(pages));
      await expect(again(page)).toHaveCount(0);
      await expect(status(page)).toContainText(`找到 ${String(pages)} 个页面`);
      await expect(results(page).locator('mark').first()).toBeVisible();
    }
  });
}

test('a late failure does not affect the second try', async ({ page }) => {
  const { word, pages } = await aWord(page);
  const late = Promise.withResolvers<undefined>();
  await page.route(/\/pagefind\/catalogue\./, (route) => route.fulfill({ status: 503 }));
  // The engine gets the failure only after the second press.
  const held = page.waitForRequest(/\.pf_meta/);
  let asked = 0;
  await page.route(/\.pf_meta/, async (route) => {
    // Each file is requested twice.
    if (++asked > 2) return route.continue();
    await late.promise;
    return route.fulfill({ status: 503 });
  });
  await open(page, word);
  await held;
  await expect(again(page)).toBeVisible();
  await page.unroute(/\/pagefind\/catalogue\./);
  await again(page).click();
  await expect(status(page)).toContainText('正在查找');
  late.resolve(undefined);
  await expect(results(page)).toHaveAttribute('data-total', String(pages));
  await expect(again(page)).toHaveCount(0);
});

test('a file of other words is not used', async ({ page }) => {
  const list = /\/pagefind\/index\//;
  const known = new Set<string>();
  page.on('request', (request) => list.test(request.url()) && known.add(request.url()));
  const { word, pages } = await aWord(page);
  await open(page, '的一是在不了有和人这中大为上个国我以要他');
  // The status is empty before the script starts, so only the requests tell that the search has begun.
  await expect.poll(() => known.size).toBeGreaterThan(1);

  await page.route(list, async (route) => {
    const other = [...known].find((address) => address !== route.request().url()) ?? '';
    await route.fulfill({ body: await (await page.request.get(other)).body() });
  });
  await open(page, word);
  await expect(again(page)).toBeVisible();
  await expect(status(page)).not.toContainText('没有找到');
  await page.unroute(list);
  await again(page).click();
  await expect(results(page)).toHaveAttribute('data-total', String(pages));
});

test('connection lost during a search: titles stay, the rest is reported, and it recovers with the connection', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  // From another browser context, because this one's cache would answer without a connection.
  const { word, pages } = await aWord(await browser.newPage({ baseURL: baseURL ?? '' }));
  await open(page, '服务电话');
  await expect(results(page)).toBeAttached();
  await context.setOffline(true);
  await type(page, word);
  await expect(again(page)).toBeVisible();
  await expect(status(page)).toContainText('没有连上网站');
  await expect(status(page)).toContainText('没有查完');
  await expect(results(page)).toHaveAttribute('data-missed', 'network');
  // Results from titles stay.
  expect(await total(page)).toBeGreaterThan(0);
  expect(await total(page)).toBeLessThanOrEqual(pages);
  await again(page).click();
  await expect(status(page)).toContainText('没有查完');
  await context.setOffline(false);
  await again(page).click();
  await expect(results(page)).toHaveAttribute('data-total', String(pages));
  await expect(results(page)).not.toHaveAttribute('data-missed');
  await expect(page.locator('.search-result__excerpt').first()).toBeVisible();
});

test('“not found” is said only after all files were searched', async ({ page }) => {
  await page.route(/\/pagefind\/(?:index|readings|headings)/, (route) => route.abort());
  await open(page, '会食务年');
  await expect(again(page)).toBeVisible();
  await expect(status(page)).toContainText('有没有还不知道');
  await page.unroute(/\/pagefind\/(?:index|readings|headings)/);
  await again(page).click();
  await expect(results(page)).toHaveAttribute('data-total', '0');
  await expect(status(page)).toContainText(/没有找到|没有页面/);
});

test('when texts fail to load, titles still link to their pages', async ({ page }) => {
  const { word, pages } = await aWord(page);
  await page.route(/\/pagefind\/fragment\//, (route) => route.fulfill({ status: 503 }));
  await open(page, word);
  await expect(again(page)).toBeVisible();
  await expect(results(page)).toHaveAttribute('data-total', String(pages));
  await expect(status(page)).toContainText('有的页面只列出了标题');
  await expect(page.locator('a.search-result__title').first()).toBeVisible();
  await page.unroute(/\/pagefind\/fragment\//);
  await again(page).click();
  await expect(page.locator('.search-result__excerpt').first()).toBeVisible();
});

test('a browser that may not run the engine says so, and searches titles', async ({ page }) => {
  const { word } = await aWord(page);
  await page.addInitScript(() => {
    const blocked = (): Promise<never> => Promise.reject(new WebAssembly.CompileError('blocked'));
    WebAssembly.instantiate = blocked as typeof WebAssembly.instantiate;
  });
  await open(page, word);
  await expect(status(page)).toContainText('正文没有查');
  await expect(again(page)).toBeVisible();
  expect(await total(page)).toBeGreaterThan(0);
});

test('without the tables of scripts and sounds, search does not say “not found”', async ({ page }) => {
  const { traditional, pinyin, title } = await wordsOfATitle(page);
  for (const [typed, table] of [
    [traditional, /\/pagefind\/variants\./],
    [pinyin, /\/pagefind\/readings\./],
  ] as const) {
    await page.route(table, (route) => route.fulfill({ body: '{' }));
    await open(page, typed);
    await expect(again(page)).toBeVisible();
    await expect(status(page)).not.toContainText('没有找到');
    await expect(status(page)).not.toContainText('没有页面写着');
    await page.unroute(table);
    await again(page).click();
    await expect(page.locator('.search-result__title').filter({ hasText: title })).toHaveCount(1);
  }
});

test('missing suggestions are reported, and come with the connection', async ({ page }) => {
  const { typed } = await wordsOfATitle(page);
  await page.route(/\/pagefind\/catalogue\./, (route) => route.abort());
  await page.goto('./search/');
  const field = page.getByRole('combobox', { name: '搜索全站' });
  await field.pressSequentially(typed);
  await expect(page.getByText('标题提示现在取不到')).toBeVisible();
  await page.unroute(/\/pagefind\/catalogue\./);
  await field.fill(typed.slice(0, 2));
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByText('标题提示现在取不到')).toHaveCount(0);
});
