import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The list of results, once it is complete. */
export const results = (page: Page): Locator => page.locator('[data-search-results][data-state="ready"]');
export const links = (page: Page): Locator => results(page).locator('> li > a:first-child');
export const total = async (page: Page): Promise<number> =>
  Number(await results(page).getAttribute('data-total'));

export async function find(page: Page, words: string): Promise<void> {
  await page.goto(`./search/?q=${encodeURIComponent(words)}`);
  await expect(results(page)).toBeAttached();
}
