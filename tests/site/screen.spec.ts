/** 大屏共学: one slide at a time by keys, a remote and buttons. */
import { expect, test } from '@playwright/test';
import { firstPath, isOn, place, questionSlides, screenAddresses } from './support/screen-steps.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

test('keys and a presenter’s remote move through the slides, one at a time', async ({ page }) => {
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
  // Nothing happens after the end.
  await page.keyboard.press('PageDown');
  await isOn(page, count);
  await page.keyboard.press('Home');
  await isOn(page, 1);
  await page.keyboard.press('.');
  await isOn(page, 1);
  await expect(page.locator('.slide:visible')).toHaveCount(1);
});

test('a key shows a question, then its answer, then the next slide', async ({ page }) => {
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

test('the same key scrolls a slide that is longer than the screen, and skips nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  const [address = ''] = await screenAddresses('materials');
  await page.goto(address);
  await isOn(page, 1);
  const count = await page.locator('.slide').count();
  let scrolled = 0;
  for (let press = 0; press < 40 * count; press++) {
    const before = await page.evaluate(() => ({ y: scrollY, hash: location.hash }));
    const room = await page.locator('.screen-bar').evaluate((bar) => bar.getBoundingClientRect().top);
    // Elements whose lower edge has not been on the screen yet.
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

test('the address has the slide: reload, contents and back work', async ({ page }) => {
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

test('a footnote opens on its slide, and its arrow goes back', async ({ page }) => {
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

test('buttons go on and back, and keep the focus', async ({ page }) => {
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
