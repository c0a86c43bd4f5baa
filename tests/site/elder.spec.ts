import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  everyKindOfPage,
  linksOutOfView,
  sidewaysNeed,
  smallTargets,
  smallTexts,
} from './support/elder-measures.ts';
import { visit } from './support/page-types.ts';

/** Checks one page of every kind and collects all problems, so that one run reports them together. */
async function onEveryKind(page: Page, look: (address: string) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const address of await everyKindOfPage(page)) {
    const answer = await visit(page, `/elder${address}`);
    if (answer?.status() !== 200) found.push(`${address} is not there`);
    found.push(...(await look(address)).map((each) => `${address} ${each}`));
  }
  return found;
}

for (const width of [390, 1366]) {
  test(`texts, lines and controls are large at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const found = await onEveryKind(page, async () => [
      ...(await smallTexts(page, 20, 1.6)),
      ...(await smallTargets(page, 60)),
    ]);
    expect(found).toEqual([]);
  });
}

test('every page has one heading, a unique title, the normal page as canonical, and links within the view', async ({
  page,
}) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()} ${message.text()}`);
  });
  const titles = new Set<string>();
  const all = await everyKindOfPage(page);
  const found = await onEveryKind(page, async (address) => {
    const title = await page.title();
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    const back = await page.getByRole('link', { name: '返回普通版' }).getAttribute('href');
    return [
      ...((await page.locator('h1').count()) === 1 ? [] : ['has not one h1']),
      ...(titles.has(title) || !title.endsWith('（长辈版）') ? [`has the title ${title}`] : []),
      ...(new URL(canonical ?? '', page.url()).pathname === address
        ? []
        : [`calls itself ${String(canonical)}`]),
      ...(back === address ? [] : [`leads back to ${String(back)}`]),
      ...(await linksOutOfView(page, all)),
      ...(titles.add(title) && []),
    ];
  });
  expect([...found, ...problems]).toEqual([]);
});

test('nothing scrolls sideways at 320 px in the largest text: 400 % of 1280', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/elder/');
  await page.getByRole('radio', { name: '最大' }).check();
  const found = await onEveryKind(page, async () => {
    const need = await sidewaysNeed(page);
    return [...(need > 0 ? [`needs ${String(need)} px more`] : []), ...(await smallTexts(page, 32, 1.6))];
  });
  expect(found).toEqual([]);
});

test('controls stay visible with forced colours, and nothing moves with reduced motion', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto('/elder/');
  const borders = await page
    .locator('.elder-button, .elder-tools__link, .text-size__step')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).borderTopWidth));
  expect(borders.length).toBeGreaterThan(8);
  expect(borders.filter((width) => parseFloat(width) < 2)).toEqual([]);
  const moving = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .map((each) => ({ each, style: getComputedStyle(each) }))
      .filter(
        ({ style }) =>
          style.animationName !== 'none' ||
          style.scrollBehavior === 'smooth' ||
          style.transitionDuration.split(',').some((time) => parseFloat(time) > 0),
      )
      .map(({ each }) => each.className),
  );
  expect(moving).toEqual([]);
});

test('a missing page stays in the view', async ({ page }) => {
  const answer = await page.goto('/elder/no-such-page/');
  expect(answer?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('data-view', 'elder');
  await page.getByRole('link', { name: '回首页' }).click();
  await expect(page).toHaveURL(/\/elder\/$/);
});

test('search results stay in the view', async ({ page }) => {
  await page.goto('/elder/search/?q=食堂');
  const first = page.locator('.search-result__title').first();
  await expect(first).toHaveAttribute('href', /^\/elder\//);
  expect(await smallTexts(page, 20, 1.6)).toEqual([]);
  expect(await smallTargets(page, 60)).toEqual([]);
  await first.click();
  await expect(page.locator('html')).toHaveAttribute('data-view', 'elder');
});

test('the size of text is remembered from page to page', async ({ page }) => {
  await page.goto('/elder/');
  await page.getByRole('radio', { name: '最大' }).check();
  await page.getByRole('link', { name: '近期活动' }).click();
  await expect(page.getByRole('radio', { name: '最大' })).toBeChecked();
  expect(await smallTexts(page, 32, 1.6)).toEqual([]);
  await page.getByRole('radio', { name: '大', exact: true }).check();
  await page.reload();
  await expect(page.getByRole('radio', { name: '大', exact: true })).toBeChecked();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('a reader finds the view, presses a large button, makes the text larger and returns', async ({
    page,
  }) => {
    await page.goto('./');
    await page.getByRole('link', { name: '长辈版' }).click();
    await expect(page.getByRole('navigation', { name: '常用' }).getByRole('link')).toHaveText([
      '今日食堂',
      '便民电话',
      '近期活动',
      '我要反映',
      '听一听',
    ]);
    await page.getByRole('link', { name: '近期活动' }).click();
    await expect(page).toHaveURL(/\/elder\/events\/$/);
    await page.goto('./elder/activities/');
    await page.locator('.entry__link').first().click();
    await expect(page).toHaveURL(/\/elder\/[a-z]+\/2/);
    await page.getByText('最大', { exact: true }).click();
    await expect(page.locator('.prose p').first()).toHaveCSS('font-size', '32px');
    await page.getByRole('link', { name: '全部栏目' }).click();
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeInViewport();
    await page.getByRole('link', { name: '返回普通版' }).click();
    await expect(page).not.toHaveURL(/elder/);
    await expect(page.getByRole('link', { name: '长辈版' })).toBeVisible();
  });
});
