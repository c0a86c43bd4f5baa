/**
 * One page of every type, found the way readers find it: from the lists. No test names an entry of the sample content,
 * so editors may change it.
 */
import type { Page } from '@playwright/test';

export const fixedPages = [
  './',
  './activities/',
  './notices/',
  './materials/',
  './policies/',
  './orgs/',
  './topics/',
  './about/',
  './search/',
  './sitemap/',
  './a-z/',
  './no-such-page/',
];

/** Lists, and the links in them that lead to a page of another type. */
const ways: { type: string; list: string; link: string }[] = [
  { type: 'activity', list: './activities/', link: '.entry__link' },
  { type: 'year', list: './activities/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'notice', list: './notices/', link: '.entry__link' },
  { type: 'material', list: './materials/', link: '.entry__link' },
  { type: 'kind', list: './materials/', link: 'nav[aria-label="按材料类型看"] li:last-child a' },
  { type: 'policy', list: './policies/', link: '.entry__link' },
  { type: 'org', list: './orgs/', link: '.entry__link' },
  { type: 'topic', list: './topics/', link: '.more-link' },
];

/** Addresses of one page of each type. */
export async function pageOfEveryType(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { type, list, link } of ways) {
    await page.goto(list);
    const href = await page.locator(`main ${link}`).first().getAttribute('href');
    if (href === null) throw new Error(`The list ${list} leads to no page of the type "${type}".`);
    found.push(new URL(href, page.url()).href);
  }
  return [...fixedPages, ...found];
}

/** Addresses of all entries of a list's first page. */
export async function entriesOf(page: Page, list: string): Promise<string[]> {
  await page.goto(list);
  return page
    .locator('main .entry__link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
}
