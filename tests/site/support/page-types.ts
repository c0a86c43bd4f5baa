/**
 * One page of every type, found through links of the lists. No test names an entry of the sample content, so editors may
 * change it.
 */
import type { Page, Response } from '@playwright/test';
import { listNames } from '../../../src/model/collections.ts';
import type { ListName } from '../../../src/model/collections.ts';

export const fixedPages = [
  './',
  ...listNames.map((name) => `./${name}/`),
  './topics/',
  './about/',
  './search/',
  './sitemap/',
  './a-z/',
  './news/',
  './joint/',
  './voices/',
  './life/',
  './open/',
  './study/',
  './materials/subjects/',
  './my-study/',
  './meetings/decisions/',
  './match/',
  './channel/',
  './concerns/statistics/',
  './calendar/',
  './figures/',
  './annual/',
  './responsibilities/',
  './scope/',
  './accessibility/',
  './privacy/',
  './open-data/',
  './no-such-page/',
];

/** Links from a list to an entry, where they differ from the usual ones. */
const entryLinks: Partial<Record<ListName, string>> = {
  concerns: '.line-list__link',
  menus: '.section-head .more-link',
  documents: '#survey .entry__link',
};

/** Links from a list to a page of another type, and to an entry of each collection. */
const links: { type: string; list: string; link: string }[] = [
  { type: 'year', list: './activities/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'kind', list: './materials/', link: 'nav[aria-label="按材料类型看"] li:last-child a' },
  { type: 'topic', list: './topics/', link: '.more-link' },
  { type: 'projects by state', list: './projects/', link: 'nav[aria-label="按进展看"] li:last-child a' },
  { type: 'meetings by kind', list: './meetings/', link: 'nav[aria-label="按会议类型看"] a' },
  { type: 'meetings of a year', list: './meetings/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'cases by result', list: './cases/', link: 'nav[aria-label="按结果看"] li:last-child a' },
  { type: 'concerns by state', list: './concerns/', link: 'nav[aria-label="按办理状态看"] li:last-child a' },
  { type: 'concerns of a year', list: './concerns/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'quarter', list: './concerns/statistics/', link: 'nav[aria-label="按季度看"] li:last-child a' },
  { type: 'events of a year', list: './events/', link: 'nav[aria-label="换个看法"] li:last-child a' },
  { type: 'month', list: './calendar/', link: 'nav[aria-label="全部月份"] li:last-child a' },
  { type: 'poster', list: './menus/', link: '.entry__about .more-link' },
  { type: 'menus of a year', list: './menus/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'annual report', list: './annual/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'plan', list: './documents/', link: '#plan .entry__link' },
  { type: 'rule', list: './documents/', link: '#rule .entry__link' },
  ...listNames.map((name) => ({
    type: `entry of ${name}`,
    list: `./${name}/`,
    link: entryLinks[name] ?? '.entry__link',
  })),
];

let found: string[] | undefined;

/** Whole addresses of one page of each type. Found once per process, because the site does not change. */
export const pageOfEveryType = async (page: Page): Promise<string[]> => (found ??= await findPages(page));

async function findPages(page: Page): Promise<string[]> {
  await page.goto('./');
  const found = fixedPages.map((address) => new URL(address, page.url()).href);
  for (const { type, list, link } of links) {
    await page.goto(list);
    const href = await page.locator(`main ${link}`).first().getAttribute('href');
    if (href === null) throw new Error(`The list ${list} leads to no page of the type "${type}".`);
    found.push(new URL(href, page.url()).href);
  }
  return found;
}

/** Addresses of all entries of a list's first page. */
export async function entriesOf(page: Page, list: string): Promise<string[]> {
  await page.goto(list);
  return page
    .locator('main .entry__link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
}

/**
 * Opens an address and waits until its islands and the data of its scripts have loaded. It does not wait for reading
 * aloud, which looks two seconds for a voice that this browser does not have.
 */
export async function visit(page: Page, address: string): Promise<Response | null> {
  const answer = await page.goto(address);
  await page.waitForFunction(
    () =>
      !document.querySelector(
        'astro-island[ssr], .path-download:empty, .path-download .offline > :first-child:empty, ' +
          '[data-kept="downloads"]:empty, [data-kept="downloads"] .offline:empty, .booklet-tools [data-print][hidden]',
      ),
  );
  return answer;
}
