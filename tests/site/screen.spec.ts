/** 大屏共学: one slide at a time by keys, a remote, fingers and buttons; one long page without script. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtFiles } from './support/built-site.ts';

async function screenAddresses(section: 'paths' | 'materials'): Promise<string[]> {
  const files = [...(await builtFiles())].filter((name) =>
    new RegExp(`^${section}/[^/]+/screen/index\\.html$`).test(name),
  );
  expect(files.length).toBeGreaterThan(0);
  return files.sort().map((name) => `/${name.replace(/index\.html$/, '')}`);
}

async function firstPath(page: Page): Promise<number> {
  const [address = ''] = await screenAddresses('paths');
  await page.goto(address);
  await expect(page.getByRole('status')).toContainText('第 1 /');
  return page.locator('.slide').count();
}

const place = (page: Page) => page.getByRole('status');
const isOn = (page: Page, number: number) => expect(place(page)).toContainText(`第 ${String(number)} /`);

/** Numbers of slides with a question, from the contents. */
const questionSlides = (page: Page): Promise<number[]> =>
  page
    .locator('.slide')
    .evaluateAll((slides) =>
      slides.flatMap((slide, index) => (slide.querySelector('details.answer') ? [index + 1] : [])),
    );

test.use({ viewport: { width: 1920, height: 1080 } });

test('keys and a presenter’s remote lead through the slides, one at a time', async ({ page }) => {
  const count = await firstPath(page);
  await expect(page.locator('.slide:visible')).toHaveCount(1);
  await expect(page.locator('.slide:visible').getByRole('heading', { level: 2 })).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await isOn(page, 2);
  await page.keyboard.press('PageDown');
  await isOn(page, 3);
  await page.keyboard.press('PageUp');
  await isOn(page, 2);
  await page.keyboard.press('ArrowLeft');
  await isOn(page, 1);
  await page.keyboard.press('Space');
  await isOn(page, 2);
  await page.keyboard.press('End');
  await isOn(page, count);
  await expect(page.getByRole('img', { name: '这次所学内容的网址二维码' })).toBeVisible();
  // Nothing comes after the end, and nothing breaks.
  await page.keyboard.press('PageDown');
  await isOn(page, count);
  await page.keyboard.press('Home');
  await isOn(page, 1);
  await page.keyboard.press('.');
  await isOn(page, 1);
  await expect(page.locator('.slide:visible')).toHaveCount(1);
});

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
  // The same share of the wall.
  expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual((40 * 1024) / 1920 - 0.1);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual(18);
});

test('a question comes first, its answer at the next press, the next slide after that', async ({ page }) => {
  await firstPath(page);
  const [number = 0] = await questionSlides(page);
  expect(number).toBeGreaterThan(0);
  await page.goto(`${page.url().replace(/#.*/, '')}#s-${String(number)}`);
  await isOn(page, number);
  const slide = page.locator('.slide:visible');
  await expect(slide.getByText('答案：')).toBeHidden();
  await expect(page.getByRole('button', { name: '看答案' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await isOn(page, number);
  await expect(slide.getByText('答案：')).toBeVisible();
  await expect(slide.getByText('依据：')).toHaveCount(1);
  for (
    let press = 0;
    press < 5 && (await place(page).textContent())?.includes(`第 ${String(number)} /`);
    press++
  )
    await page.keyboard.press('PageDown');
  await isOn(page, number + 1);
});

test('what is longer than the screen is scrolled by the same key, and nothing of it is skipped', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  const [address = ''] = await screenAddresses('materials');
  await page.goto(address);
  await isOn(page, 1);
  const count = await page.locator('.slide').count();
  let scrolled = 0;
  for (let press = 0; press < 40 * count; press++) {
    const before = await page.evaluate(() => ({ y: scrollY, hash: location.hash }));
    const room = await page.locator('.screen-bar').evaluate((bar) => bar.getBoundingClientRect().top);
    // Everything that has been on the screen, wholly or to its lower edge.
    const unseen = await page.evaluate(
      (limit) =>
        [...document.querySelectorAll('.slide:not([hidden]) :is(p, li, td, dd, h2)')]
          .filter((each) => each.getClientRects().length > 0)
          .map((each) => each.getBoundingClientRect())
          .filter(({ bottom }) => bottom > limit + 2).length,
      room,
    );
    await page.keyboard.press('PageDown');
    const after = await page.evaluate(() => ({ y: scrollY, hash: location.hash }));
    if (after.hash !== before.hash) expect(unseen, `${before.hash} was left with something unseen`).toBe(0);
    else if (after.y > before.y) scrolled++;
    if (after.hash === `#s-${String(count)}`) break;
  }
  expect(await page.evaluate(() => location.hash)).toBe(`#s-${String(count)}`);
  expect(scrolled).toBeGreaterThan(0);
});

test('the address keeps the place: a reload stays, the contents jump, and back returns', async ({ page }) => {
  await firstPath(page);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/#s-3$/);
  await page.reload();
  await isOn(page, 3);
  await page.getByText('目录', { exact: true }).click();
  await expect(page.locator('.screen-contents__link[aria-current]')).toContainText('3');
  const link = page.locator('.screen-contents__link').nth(6);
  await link.click();
  await isOn(page, 7);
  await expect(link).toBeHidden();
  await page.goBack();
  await isOn(page, 3);
  await page.getByText('目录', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
});

test('a footnote opens on its slide, and its arrow leads back', async ({ page }) => {
  for (const address of await screenAddresses('materials')) {
    await page.goto(address);
    if ((await page.locator('.footnote-ref a').count()) > 0) break;
  }
  await expect(place(page)).toContainText('第 1 /');
  const reference = page.locator('.footnote-ref a').first();
  const from = await reference.evaluate((each) => each.closest('.slide')?.id ?? '');
  await page.evaluate((id) => (location.hash = id), from);
  await reference.click();
  await expect(page.getByRole('heading', { name: '注释' })).toBeVisible();
  await page.locator('.footnote-backref').first().click();
  await expect(reference).toBeVisible();
});

test('buttons lead on and back, and keep the focus for the next press', async ({ page }) => {
  await firstPath(page);
  const next = page.getByRole('button', { name: '下一张' });
  await next.click();
  await isOn(page, 2);
  await page.keyboard.press('Enter');
  await isOn(page, 3);
  await page.getByRole('button', { name: '上一张' }).click();
  await isOn(page, 2);
  await page.getByRole('button', { name: '字大' }).click();
  const size = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  expect(size).toBeGreaterThan(50);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a finger drawn to the left leads on, to the right leads back; buttons are large and nothing is too wide', async ({
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
    // Too short to be meant.
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

test('axe finds nothing: at the opening, in the contents, on a question and on its answer', async ({
  page,
}) => {
  await firstPath(page);
  const [number = 0] = await questionSlides(page);
  const judge = async (where: string): Promise<void> => {
    // Legacy mode only leaves frames out, and the site has none.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${where} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  };
  await judge('opening');
  await page.getByText('目录', { exact: true }).click();
  await judge('contents');
  await page.locator(`.screen-contents__link[href="#s-${String(number)}"]`).click();
  await isOn(page, number);
  await judge('question');
  await page.keyboard.press('PageDown');
  await judge('answer');
});

test('a talk goes on when the network is gone', async ({ page, context }) => {
  const count = await firstPath(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    // The browser itself looks for the icon again whenever the address changes; the talk does not need it.
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

  test('it is one page with a way from part to part, and answers unfold', async ({ page }) => {
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
