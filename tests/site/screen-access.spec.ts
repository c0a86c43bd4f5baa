/** 大屏共学: sizes, touch, axe, without network and without script. */
import { expect, test } from '@playwright/test';
import { axeProblems } from './support/axe.ts';
import { firstPath, isOn, questionSlides, screenAddresses } from './support/screen-steps.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

test('the text is large enough for the last row, on any screen', async ({ page }) => {
  await firstPath(page);
  const sizes = async (): Promise<number[]> =>
    page
      .locator('.slide :is(p, li, td, dd, h1, h2)')
      .evaluateAll((all) =>
        all
          .filter((each) => !each.closest('.slide__above, .slide__ways, .footnotes'))
          .map((each) => parseFloat(getComputedStyle(each).fontSize)),
      );
  expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual(39.9);
  await page.setViewportSize({ width: 3840, height: 2160 });
  expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual(79.8);
  await page.setViewportSize({ width: 1024, height: 768 });
  // The same share of the screen.
  expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual((40 * 1024) / 1920 - 0.1);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual(18);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a swipe to the left goes on, to the right goes back; buttons are large and nothing is too wide', async ({
    page,
  }) => {
    await firstPath(page);
    const swipe = (from: number, to: number): Promise<void> =>
      page.locator('main').evaluate(
        (main, [start = 0, end = 0]) => {
          const at = (x: number): Touch =>
            new Touch({ identifier: 1, target: main, clientX: x, clientY: 300 });
          main.dispatchEvent(
            new TouchEvent('touchstart', {
              touches: [at(start)],
              changedTouches: [at(start)],
              bubbles: true,
            }),
          );
          main.dispatchEvent(
            new TouchEvent('touchend', { touches: [], changedTouches: [at(end)], bubbles: true }),
          );
        },
        [from, to],
      );
    await swipe(300, 100);
    await isOn(page, 2);
    await swipe(100, 300);
    await isOn(page, 1);
    // Too short for a swipe.
    await swipe(200, 180);
    await isOn(page, 1);
    for (const button of await page.locator('.screen-bar__button:visible').all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    for (let slide = 0; slide < 12; slide++) {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.keyboard.press('PageDown');
    }
  });
});

test('axe finds nothing: on the first slide, in the contents, on a question and on its answer', async ({
  page,
}) => {
  await firstPath(page);
  const [number = 0] = await questionSlides(page);
  const expectNoProblems = async (where: string): Promise<void> => {
    expect(await axeProblems(page, { enhanced: true }), where).toEqual([]);
  };
  await expectNoProblems('opening');
  await page.getByText('目录', { exact: true }).click();
  await expectNoProblems('contents');
  await page.locator(`.screen-contents__link[href="#s-${String(number)}"]`).click();
  await isOn(page, number);
  await expectNoProblems('question');
  await page.keyboard.press('PageDown');
  await expectNoProblems('answer');
});

test('slides go on without network', async ({ page, context }) => {
  const count = await firstPath(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    // The browser requests the icon again when the address changes; the slides do not need it.
    if (!request.url().endsWith('/favicon.svg')) failed.push(request.url());
  });
  for (let slide = 1; slide <= count; slide++) {
    await page.evaluate((number) => (location.hash = `s-${String(number)}`), slide);
    await isOn(page, slide);
    const broken = await page
      .locator('.slide:visible img')
      .evaluateAll((images) => images.filter((image) => !(image as HTMLImageElement).naturalWidth).length);
    expect(broken).toBe(0);
  }
  expect(failed).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is one page with links from slide to slide, and answers unfold', async ({ page }) => {
    const [address = ''] = await screenAddresses('paths');
    await page.goto(address);
    const slides = page.locator('.slide');
    const count = await slides.count();
    expect(count).toBeGreaterThan(10);
    await expect(slides.last()).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await slides.first().getByRole('link', { name: '下一张' }).click();
    await expect(page).toHaveURL(/#s-2$/);
    await expect(slides.nth(1)).toBeInViewport();
    const answer = page.locator('details.answer').first();
    await expect(answer.getByText('依据：')).toBeHidden();
    await answer.locator('summary').click();
    await expect(answer.getByText('依据：')).toBeVisible();
  });
});
