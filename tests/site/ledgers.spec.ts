import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { entriesOf } from './support/page-types.ts';

/** The first page of a list on which all the selectors match. */
async function pageWith(page: Page, list: string, ...selectors: string[]): Promise<void> {
  for (const address of await entriesOf(page, list)) {
    await page.goto(address);
    const counts = await Promise.all(selectors.map((selector) => page.locator(selector).count()));
    if (counts.every((count) => count > 0)) return;
  }
  throw new Error(`No page of ${list} has ${selectors.join(' and ')}.`);
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('links go from a meeting to its decision, the project, the activity and the result, and back', async ({
    page,
  }) => {
    const heading = page.getByRole('heading', { level: 1 });
    const part = (title: string): Locator =>
      page.locator('.end-part', { has: page.getByRole('heading', { name: title, exact: true }) });

    // A finished project with a report and a case.
    await pageWith(
      page,
      './projects/',
      '.end-part a[href*="/meetings/"]',
      '.end-part a[href*="/activities/"]',
      '.end-part a[href*="/cases/"]',
    );
    const project = await heading.innerText();
    await part('定下它的会议决定').getByRole('link').first().click();
    const place = new URL(page.url()).hash.slice(1);
    expect(place).toMatch(/^decisions-\d+$/);
    const meeting = await heading.innerText();

    // Forward, from the meeting.
    await page.locator(`[id="${place}"]`).getByRole('link', { name: project }).first().click();
    await expect(heading).toHaveText(project);
    await part('办过的活动').getByRole('link').first().click();
    const activity = await heading.innerText();
    await part('这次活动属于的项目').getByRole('link', { name: project }).click();
    await part('写成的案例').getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: '效果' })).toBeVisible();

    // And back: the result links to its project, the project to the activity and the decision.
    await part('对应项目').getByRole('link', { name: project }).click();
    await expect(part('办过的活动').getByRole('link', { name: activity })).toBeVisible();
    await part('定下它的会议决定').getByRole('link').first().click();
    await expect(heading).toHaveText(meeting);
    expect(new URL(page.url()).hash).toBe(`#${place}`);
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
