import { expect, test } from '@playwright/test';
import { axeProblems } from '../site/support/axe.ts';
import { address, li, signIn } from './people.ts';

test('the manual opens in a new tab, and the text stays open', async ({ page }) => {
  await signIn(page, li);
  await page.goto(`${address}admin/#/collections/notices/new`);
  const tools = page.getByRole('toolbar', { name: '正文的工具' });
  await expect(tools).toBeVisible();
  const buttons = (await tools.locator('button, label').allInnerTexts()).map((words) => words.trim());
  expect(buttons).toContain('加粗');

  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: '使用手册' }).click();
  const manual = await opened;
  await expect(manual.getByRole('heading', { level: 1 })).toHaveText('使用手册');
  // The text that is being written stays open.
  await expect(tools).toBeVisible();

  await manual
    .getByRole('navigation', { name: '目录' })
    .getByRole('link', { name: '发布', exact: true })
    .click();
  await expect(manual.getByRole('heading', { level: 2, name: /^发布 / })).toBeInViewport();

  // Each button of the toolbar has its row.
  const rows = manual.getByRole('table').first().getByRole('row');
  const named = await rows.evaluateAll((all) =>
    all.slice(1).map((row) => row.firstElementChild?.textContent),
  );
  expect(named).toEqual(buttons);

  const widths = await manual
    .getByRole('img')
    .evaluateAll((all) => all.map((picture) => (picture as HTMLImageElement).naturalWidth));
  expect(widths.length).toBeGreaterThanOrEqual(10);
  expect(Math.min(...widths)).toBeGreaterThan(300);
});

for (const width of [390, 1180]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the manual is accessible, ${String(width)} pixels wide, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${address}admin/manual/`);
      expect(await axeProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}
