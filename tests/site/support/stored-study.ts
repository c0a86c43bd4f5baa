import type { Page } from '@playwright/test';

/** Names of what the site stores on this device. */
export const storedKeys = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).sort());

/** The reader's study as it is stored; `cards` are the questions to repeat. */
export const storedStudy = (page: Page): Promise<Record<string, Record<string, { due: string }>>> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('hub-study') ?? '{}') as never);
