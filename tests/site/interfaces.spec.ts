/**
 * What other programs read from the site, checked with libraries that did not write it: data with its schema, feeds,
 * calendars.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { parseFeed } from 'feedsmith';
import { convertIcsCalendar } from 'ts-ics';
import { atomText, jsonFeedText, rssText } from '../../src/library/feeds/feed-file.ts';

interface ApiIndex {
  licence: string;
  collections: { collection: string; url: string; schema: string; count: number; updated: string | null }[];
}

/** Files have the addresses that the site was built for; the server under test may have another. */
async function fetchText(page: Page, address: string): Promise<string> {
  const home = new URL(page.url());
  const wanted = new URL(address, home);
  const answer = await page.request.get(new URL(wanted.pathname, home).href);
  expect(answer.status(), address).toBe(200);
  return answer.text();
}

const hrefs = (page: Page, ending: string): Promise<string[]> =>
  page
    .locator(`main a[href$="${ending}"]`)
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

test.beforeEach(async ({ page }) => {
  await page.goto('./open-data/');
});

test('every file of the API matches its schema, and the index has the right counts', async ({ page }) => {
  const [address = ''] = await hrefs(page, '/api/v1/index.json');
  const index = JSON.parse(await fetchText(page, address)) as ApiIndex;
  expect(index.licence).not.toBe('');
  expect(index.collections.length).toBeGreaterThan(10);
  const ajv = new Ajv2020({ allErrors: true, strict: true, validateFormats: false });
  ajv.addKeyword('x-collection');
  for (const { url, schema, count, updated } of index.collections) {
    const file = JSON.parse(await fetchText(page, url)) as {
      $schema: string;
      items: unknown[];
      updated: unknown;
    };
    expect(file.$schema).toBe(schema);
    const validate = ajv.compile(JSON.parse(await fetchText(page, schema)) as object);
    validate(file);
    expect(validate.errors ?? [], url).toEqual([]);
    expect([file.items.length, file.updated]).toEqual([count, updated]);
    // Only these have no day: they are valid until they are changed.
    if (!/\/(channel|site|terms)\.json$/.test(url)) expect(updated, url).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

/** Errors of the browser's XML parser, which stops at the first illegal character. */
const faultsIn = (page: Page, xml: string): Promise<string | undefined> =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'application/xml');
    return read.querySelector('parsererror')?.textContent ?? undefined;
  }, xml);

test('characters that passed the checker break no feed', async ({ page }) => {
  const bad = '停\u000b水\u0000\u001f\u007f\u0093\ufffe\uffff\ud842\u202e\ufffd]]><b>&#8;';
  const item = { moment: '2026-01-01T08:00:00+08:00', modified: undefined, link: 'https://hub.example/a/' };
  const feed = {
    title: bad,
    description: bad,
    author: bad,
    page: 'https://hub.example/',
    self: 'https://hub.example/rss.xml',
    items: [{ ...item, title: bad, summary: bad, categories: [bad], html: `<p title="${bad}">${bad}</p>` }],
  };
  for (const xml of [rssText(feed), atomText(feed)]) {
    expect(await faultsIn(page, xml.replace('停', '\u0001'))).toBeDefined();
    expect(await faultsIn(page, xml)).toBeUndefined();
  }
  expect(JSON.parse(jsonFeedText(feed))).toMatchObject({ items: [{ url: item.link }] });
  expect(jsonFeedText(feed).isWellFormed()).toBe(true);
});

test('another library reads every feed, with absolute addresses and moments', async ({ page }) => {
  const formats = { 'rss.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' };
  for (const [file, expected] of Object.entries(formats)) {
    const feeds = await hrefs(page, file);
    expect(feeds.length, file).toBeGreaterThan(4);
    for (const address of feeds) {
      const text = await fetchText(page, address);
      if (address.endsWith('.xml')) expect(await faultsIn(page, text), address).toBeUndefined();
      const { format, feed } = parseFeed(text);
      expect(format, address).toBe(expected);
      expect(feed.title, address).toBeTruthy();
      const entries = linesOf(feed);
      expect(entries.length, address).toBeGreaterThan(0);
      for (const { title, link } of entries) {
        expect(title, address).toBeTruthy();
        expect(link, address).toMatch(/^https?:\/\//);
      }
    }
  }
});

/** Title and address of each entry, in any format. */
function linesOf(feed: object): { title: string | undefined; link: string | undefined }[] {
  const { entries = [], items = [] } = feed as {
    entries?: { title?: { value: string }; links?: { href?: string }[] }[];
    items?: { title?: string; link?: string; url?: string }[];
  };
  return [
    ...entries.map(({ title, links }) => ({ title: title?.value, link: links?.[0]?.href })),
    ...items.map(({ title, link, url }) => ({ title, link: link ?? url })),
  ];
}

test('another library reads every calendar; each event has an id and a time', async ({ page }) => {
  const calendars = await hrefs(page, '.ics');
  const all = new Map<string, number>();
  for (const address of calendars) {
    const text = await fetchText(page, address);
    expect(text, address).toContain('TZID:Asia/Shanghai');
    const { events = [] } = convertIcsCalendar(undefined, text);
    for (const { uid, start, url } of events) {
      expect(url).toMatch(/^https?:\/\//);
      all.set(uid, start.date.getTime());
    }
    if (address.endsWith('/calendar.ics') && !address.includes('/series/')) {
      expect(new Set(events.map(({ uid }) => uid)).size, address).toBe(events.length);
      expect(events.length, address).toBeGreaterThan(0);
    }
  }
  // Events of a series have the same id in the whole calendar.
  const whole = convertIcsCalendar(undefined, await fetchText(page, calendars[0] ?? ''));
  expect(new Set(whole.events?.map(({ uid }) => uid))).toEqual(new Set(all.keys()));
});

test('a single event is a file of its own', async ({ page }) => {
  await page.goto('./events/');
  for (const address of await page
    .locator('main .entry__link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
    await page.goto(address);
    const [file] = await hrefs(page, 'event.ics');
    if (file === undefined) continue;
    const { events } = convertIcsCalendar(undefined, await fetchText(page, file));
    expect(events).toHaveLength(1);
    expect(events?.[0]?.summary).toBe((await page.getByRole('heading', { level: 1 }).textContent())?.trim());
    return;
  }
  throw new Error('No event can be put into a calendar.');
});
