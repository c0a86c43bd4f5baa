import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeProblems } from './support/axe.ts';
import { entriesOf, pageOfEveryType, visit } from './support/page-types.ts';

// Every address is visited at 390 px in light colours by every-address.spec.ts.
const screens = [
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 1366, height: 900, colorScheme: 'light' },
] as const;

for (const { width, height, colorScheme } of screens) {
  test.describe(`${String(width)} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test('axe finds nothing on any type of page', async ({ page }) => {
      const found: string[] = [];
      for (const address of await pageOfEveryType(page)) {
        await visit(page, address);
        found.push(...(await axeProblems(page)).map((each) => `${address} ${each}`));
      }
      expect(found).toEqual([]);
    });
  });
}

test('no page scrolls sideways, and on a phone controls outside sentences are at least 44 px high', async ({
  page,
}) => {
  const found: string[] = [];
  for (const address of await pageOfEveryType(page)) {
    await visit(page, address);
    for (const width of [320, 390, 1366]) {
      await page.setViewportSize({ width, height: 844 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      if (needed > width) found.push(`${address} needs ${String(needed)} px of ${String(width)}`);
      if (width === 390) found.push(...(await lowTargets(page)).map((each) => `${address} ${each}`));
    }
  }
  expect(found).toEqual([]);
});

test('keyboard: the first stop skips to the text, and every stop has a visible focus', async ({ page }) => {
  const [article] = await entriesOf(page, './activities/');
  await page.goto(article ?? './');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  for (let stop = 0; stop < 15; stop++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 3px');
  }
});

const controls =
  'nav a, button, input, summary, .entry__link, .line-list__link, .more-link, .wordmark, .attachments__link, .site-foot__links a';

const lowTargets = (page: Page): Promise<string[]> =>
  page.locator(controls).evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility())
      // For a choice, the label is the target.
      .map((element) =>
        element.matches('[type=radio], [type=checkbox]') ? (element.closest('label') ?? element) : element,
      )
      .map((element) => ({
        text: element.textContent.trim(),
        height: element.getBoundingClientRect().height,
      }))
      .filter(({ height }) => height < 43.5)
      .map(({ text, height }) => `“${text}” ${height.toFixed(0)} px`),
  );
