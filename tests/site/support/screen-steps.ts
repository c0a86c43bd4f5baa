import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtFiles } from './built-site.ts';

export async function screenAddresses(section: 'paths' | 'materials'): Promise<string[]> {
  const files = [...(await builtFiles())].filter((name) =>
    new RegExp(`^${section}/[^/]+/screen/index\\.html$`).test(name),
  );
  expect(files.length).toBeGreaterThan(0);
  return files.sort().map((name) => `/${name.replace(/index\.html$/, '')}`);
}

export async function firstPath(page: Page): Promise<number> {
  const [address = ''] = await screenAddresses('paths');
  await page.goto(address);
  await expect(page.getByRole('status')).toContainText('第 1 /');
  return page.locator('.slide').count();
}

export const place = (page: Page) => page.getByRole('status');
export const isOn = (page: Page, number: number) =>
  expect(place(page)).toContainText(`第 ${String(number)} /`);

/** Numbers of slides with a question, from the contents. */
export const questionSlides = (page: Page): Promise<number[]> =>
  page
    .locator('.slide')
    .evaluateAll((slides) =>
      slides.flatMap((slide, index) => (slide.querySelector('details.answer') ? [index + 1] : [])),
    );
