import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { entriesOf } from './page-types.ts';

/** The first page of a list that has what a selector finds. */
async function pageWith(page: Page, list: string, selector: string): Promise<void> {
  for (const address of await entriesOf(page, list)) {
    await page.goto(address);
    if ((await page.locator(selector).count()) > 0) return;
  }
  throw new Error(`No page of ${list} has ${selector}.`);
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('from a meeting to its decision, the project, the activity, and all the way back', async ({
    page,
  }) => {
    await pageWith(page, './meetings/', '.record-table a[href*="/projects/"]');
    const meeting = await page.getByRole('heading', { level: 1 }).innerText();
    const decision = page.locator('.record-table tr[id]:has(a[href*="/projects/"])').first();
    const place = await decision.getAttribute('id');
    await decision.locator('a[href*="/projects/"]').first().click();
    const project = await page.getByRole('heading', { level: 1 }).innerText();

    // The project leads back to the very decision.
    const back = page.locator(`main a[href$="#${place ?? ''}"]`, { hasText: /./ });
    expect(await back.count()).toBeGreaterThan(0);

    await pageWith(page, './projects/', '.end-part a[href*="/activities/"]');
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.locator('.end-part a[href*="/activities/"]').first().click();
    await page.locator('.end-part a[href*="/projects/"]', { hasText: title }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(meeting).not.toBe(project);
  });

  test('a stage counts with its evidence: every recorded stage has a link', async ({ page }) => {
    for (const address of await entriesOf(page, './projects/')) {
      await page.goto(address);
      const records = page.locator('.stages__record');
      const links = page.locator('.stages__record .evidence a');
      expect(await links.count(), address).toBe(await records.count());
    }
  });

  test('the number of a list is the number of its entries', async ({ page }) => {
    await page.goto('./projects/');
    const tallies = page.getByRole('navigation', { name: '按进展看' }).getByRole('link');
    const whole = Number((await tallies.first().innerText()).replace(/\D/g, ''));
    let sum = 0;
    for (const link of (await tallies.all()).slice(1)) {
      const count = Number((await link.innerText()).replace(/\D/g, ''));
      sum += count;
    }
    expect(sum).toBe(whole);
  });

  test('the first thing on the page of the channel is a telephone number', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('./channel/');
    await expect(page.locator('main a[href^="tel:"]').first()).toBeInViewport();
  });
});

test('minutes are printed on 22 lines of 28 characters', async ({ page }) => {
  const millimetre = 96 / 25.4;
  await page.setViewportSize({ width: Math.round(156 * millimetre), height: 900 });
  await page.emulateMedia({ media: 'print' });
  await pageWith(page, './meetings/', '.prose p');
  const text = await page
    .locator('.prose > p')
    .first()
    .evaluate((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return { width: element.clientWidth, size: parseFloat(fontSize), line: parseFloat(lineHeight) };
    });
  expect(text.width / text.size).toBeCloseTo(28, 1);
  expect((225 * millimetre) / text.line).toBeCloseTo(22, 1);
  await expect(page.locator('.site-nav')).toBeHidden();

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
});
