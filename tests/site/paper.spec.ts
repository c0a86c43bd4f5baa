import { expect, test } from '@playwright/test';
import { entriesOf } from './support/page-types.ts';

// Printing takes long, and the tests do not depend on each other.
test.describe.configure({ mode: 'parallel' });

/** Sheets of a PDF. Chromium 100 and later do not compress page objects. */
const sheets = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

for (const list of ['activities', 'notices', 'materials', 'policies', 'orgs', 'clippings']) {
  test(`the large-print sheet of any entry is one A4: ${list}`, async ({ page }) => {
    const long: string[] = [];
    const entries = await entriesOf(page, `./${list}/`);
    expect(entries).not.toEqual([]);
    for (const address of entries) {
      await page.goto(address);
      await page.getByRole('link', { name: '打印大字单页' }).click();
      await expect(page.getByText('已换成大字单页')).toBeVisible();
      const count = sheets(await page.pdf({ preferCSSPageSize: true }));
      if (count !== 1) long.push(`${address} ${String(count)}`);
    }
    expect(long).toEqual([]);
  });
}

test('text on the large-print sheet is at least 18 pt, and the full text is printed after going back', async ({
  page,
}) => {
  const [address = ''] = await entriesOf(page, './notices/');
  await page.goto(`${address}#handout`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.prose')).toBeHidden();
  await expect(page.getByRole('img', { name: '本页网址的二维码' })).toBeVisible();
  const sizes = await page
    .locator('h1, .reading__summary, .facts__value')
    .evaluateAll((all) => all.map((each) => (parseFloat(getComputedStyle(each).fontSize) * 72) / 96));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: '改回打印全文' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.prose')).toBeVisible();
});

test('the elder view prints in large letters on white', async ({ page }) => {
  const [address = ''] = await entriesOf(page, './activities/');
  await page.goto(`/elder${new URL(address).pathname}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('.prose p').first()).toHaveCSS('font-size', '24px');
  await expect(page.locator('.prose p').first()).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.locator('.elder-tools')).toBeHidden();
  await expect(page.locator('.site-nav')).toBeHidden();
});
