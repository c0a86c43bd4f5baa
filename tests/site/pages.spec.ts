import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { parseRssFeed } from 'feedsmith';
import { entriesOf, pageOfEveryType } from './support/page-types.ts';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader gets from the first page to an activity, the next one, a unit and back', async ({
    page,
  }) => {
    await page.goto('./');
    await page.getByRole('link', { name: '全部动态' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('共建动态');
    const first = page.locator('.entry__link').first();
    const title = (await first.textContent())?.trim() ?? '';
    await first.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.getByRole('navigation', { name: '前后篇' }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
    await page.locator('.facts a').first().click();
    await expect(page.getByText('类别', { exact: true })).toBeVisible();
    await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '首页' }).click();
    await expect(page).toHaveTitle(/^[^-]+$/);
  });

  test('the search form leads to a page that says what to do instead', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('searchbox').fill('坡道');
    await page.getByRole('button', { name: '搜索' }).click();
    await expect(page).toHaveURL(/\/search\/\?q=/);
    await expect(page.getByText('浏览器没有开启脚本')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: /政策文件/ })).toBeVisible();
  });

  test('the table of contents on a phone unfolds and links to its heading', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const address of await entriesOf(page, './materials/')) {
      await page.goto(address);
      const contents = page.locator('details.contents');
      if ((await contents.count()) === 0) continue;
      await contents.locator('summary').click();
      const link = contents.getByRole('link').last();
      const name = (await link.textContent())?.trim() ?? '';
      await link.click();
      await expect(page.getByRole('heading', { name }).last()).toBeInViewport();
      return;
    }
    throw new Error('No material has a table of contents.');
  });
});

/** Data for search engines and islands is not a script: browsers do not run it. */
const isData = (attributes: string): boolean => /type="application\/(ld\+)?json"/.test(attributes);

test('no page has inline scripts, inline styles or style attributes; lists load only the script of the reader’s day', async ({
  page,
}) => {
  for (const address of await pageOfEveryType(page)) {
    const html = await (await page.request.get(address)).text();
    expect(html, address).not.toMatch(/<style|<[a-z][^>]* style=|<[a-z][^>]* on[a-z]+=/);
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].flatMap(([, attributes = '']) =>
      isData(attributes) ? [] : [attributes],
    );
    // Pages to read aloud, study, search or keep on the device have scripts, from files.
    const isMore = /<astro-island|class="(?:page-tools|screen-bar|can-listen)|data-kept="/.test(html);
    const [readersDay, others] = [true, false].map((is) =>
      scripts.filter((attributes) => /src="[^"]*\/readers-day\.[^"]*\.js"/.test(attributes) === is),
    );
    expect(
      others?.every((attributes) => attributes.includes('type="module" src=')),
      address,
    ).toBe(true);
    expect(others?.length !== 0, address).toBe(isMore);
    // The script for words that are valid on some days only is loaded once at most.
    expect(readersDay?.length, address).toBeLessThanOrEqual(1);
    if (readersDay?.length === 0) expect(html, address).not.toContain('data-holds=');
  }
});

test('every internal link and picture works, on all lists and types of page', async ({ page }) => {
  const seen = new Set<string>();
  const broken: string[] = [];
  for (const address of await pageOfEveryType(page)) {
    await page.goto(address);
    const origin = new URL(page.url()).origin;
    const links = await page.evaluate(() => [
      ...[...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href),
      ...[...document.images].map(({ src }) => src),
      ...[...document.querySelectorAll('link[href]:not([rel=canonical])')].map(
        (link) => (link as HTMLLinkElement).href,
      ),
    ]);
    for (const link of links.map((each) => each.replace(/#.*$/, ''))) {
      if (!link.startsWith(origin) || seen.has(link)) continue;
      seen.add(link);
      const answer = await page.request.get(link);
      if (!answer.ok() && !link.includes('no-such-page'))
        broken.push(`${link} (${String(answer.status())}) in ${address}`);
    }
  }
  expect(broken).toEqual([]);
});

test('an article with its style sheet is at most 30 KB compressed', async ({ page }) => {
  for (const address of await entriesOf(page, './activities/')) {
    const html = await (await page.request.get(address)).body();
    const sheets = [...html.toString().matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
    const css = await Promise.all(
      sheets.map(async ([, href = '']) => (await page.request.get(new URL(href, address).href)).body()),
    );
    const size = [html, ...css].reduce((sum, part) => sum + gzipSync(part).length, 0);
    expect(size, address).toBeLessThan(30 * 1024);
  }
});

test('feeds have absolute addresses and the text of the newest entries', async ({ page }) => {
  for (const address of ['./rss.xml', './activities/rss.xml', './notices/rss.xml', './materials/rss.xml']) {
    const [entry] = await entriesOf(page, './activities/');
    const answer = await page.request.get(new URL(address, new URL('../../../', entry)).href);
    const xml = await answer.text();
    const { items: [first] = [] } = parseRssFeed(xml);
    expect(first?.title).toBeTruthy();
    expect(first?.link).toMatch(/^https?:\/\//);
    expect(first?.content?.encoded).toBeTruthy();
    expect(xml).not.toMatch(/(?:href|src)="(?!https?:|mailto:|tel:)/);
    expect(xml).not.toContain('__ASTRO_IMAGE_');
  }
});
