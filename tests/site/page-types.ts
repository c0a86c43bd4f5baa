/**
 * One page of every type, found the way readers find it: from the lists. No test names an entry of the sample content,
 * so editors may change it.
 */
import type { Page, Response } from '@playwright/test';

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
  './news/',
  './joint/',
  './voices/',
  './life/',
  './open/',
  './study/',
  './monthly/',
  './paths/',
  './quizzes/',
  './terms/',
  './materials/subjects/',
  './my-study/',
  './projects/',
  './meetings/',
  './meetings/decisions/',
  './agreements/',
  './resources/',
  './needs/',
  './match/',
  './cases/',
  './channel/',
  './concerns/',
  './concerns/statistics/',
  './deliberations/',
  './events/',
  './series/',
  './calendar/',
  './services/',
  './menus/',
  './posts/',
  './documents/',
  './figures/',
  './annual/',
  './clippings/',
  './responsibilities/',
  './scope/',
  './accessibility/',
  './privacy/',
  './open-data/',
  './no-such-page/',
];

/** Lists, and the links in them that lead to a page of another type. */
const ways: { type: string; list: string; link: string }[] = [
  { type: 'activity', list: './activities/', link: '.entry__link' },
  { type: 'year', list: './activities/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'notice', list: './notices/', link: '.entry__link' },
  { type: 'material', list: './materials/', link: '.entry__link' },
  { type: 'kind', list: './materials/', link: 'nav[aria-label="按材料类型看"] li:last-child a' },
  { type: 'month of study', list: './monthly/', link: '.entry__link' },
  { type: 'path', list: './paths/', link: '.entry__link' },
  { type: 'self-test', list: './quizzes/', link: '.entry__link' },
  { type: 'term', list: './terms/', link: '.entry__link' },
  { type: 'policy', list: './policies/', link: '.entry__link' },
  { type: 'org', list: './orgs/', link: '.entry__link' },
  { type: 'topic', list: './topics/', link: '.more-link' },
  { type: 'project', list: './projects/', link: '.entry__link' },
  { type: 'projects by state', list: './projects/', link: 'nav[aria-label="按进展看"] li:last-child a' },
  { type: 'meeting', list: './meetings/', link: '.entry__link' },
  { type: 'meetings by kind', list: './meetings/', link: 'nav[aria-label="按会议类型看"] a' },
  { type: 'meetings of a year', list: './meetings/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'agreement', list: './agreements/', link: '.entry__link' },
  { type: 'resource', list: './resources/', link: '.entry__link' },
  { type: 'need', list: './needs/', link: '.entry__link' },
  { type: 'case', list: './cases/', link: '.entry__link' },
  { type: 'cases by result', list: './cases/', link: 'nav[aria-label="按结果看"] li:last-child a' },
  { type: 'concern', list: './concerns/', link: '.line-list__link' },
  { type: 'concerns by state', list: './concerns/', link: 'nav[aria-label="按办理状态看"] li:last-child a' },
  { type: 'concerns of a year', list: './concerns/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'quarter', list: './concerns/statistics/', link: 'nav[aria-label="按季度看"] li:last-child a' },
  { type: 'deliberation', list: './deliberations/', link: '.entry__link' },
  { type: 'event', list: './events/', link: '.entry__link' },
  { type: 'events of a year', list: './events/', link: 'nav[aria-label="换个看法"] li:last-child a' },
  { type: 'series', list: './series/', link: '.entry__link' },
  { type: 'month', list: './calendar/', link: 'nav[aria-label="全部月份"] li:last-child a' },
  { type: 'service', list: './services/', link: '.entry__link' },
  { type: 'menu', list: './menus/', link: '.section-head .more-link' },
  { type: 'poster', list: './menus/', link: '.entry__about .more-link' },
  { type: 'menus of a year', list: './menus/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'post', list: './posts/', link: '.entry__link' },
  { type: 'annual report', list: './annual/', link: 'nav[aria-label="按年份看"] a' },
  { type: 'clipping', list: './clippings/', link: '.entry__link' },
  { type: 'survey', list: './documents/', link: '#survey .entry__link' },
  { type: 'plan', list: './documents/', link: '#plan .entry__link' },
  { type: 'rule', list: './documents/', link: '#rule .entry__link' },
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

/**
 * Opens an address and waits until its islands and what its scripts fetch have come: that is looked at too. Reading
 * aloud is not waited for: it looks for two seconds for a voice that this browser does not have.
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
