import { globSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { collectionOf } from '../../model/collections.ts';
import { sections } from '../entries/labels.ts';

interface Entry {
  id: string;
  data: { address: string; folder: string; text: string; fields: Record<string, unknown> };
}
const content = new Map<string, Entry[]>();
vi.mock('astro:content', () => ({ getCollection: (name: string) => content.get(name) ?? [] }));
const { partPages, sectionPages, sectionYears, yearsOf } = await import('./section-lists.ts');

const entry = (id: string, fields: Record<string, unknown>): Entry => ({
  id,
  data: { address: `/${id}/`, folder: id, text: '', fields: { title: id, ...fields } },
});
const put = (name: string, count: number, fields: (n: number) => Record<string, unknown>): void => {
  content.set(
    name,
    Array.from({ length: count }, (_, n) => entry(`${name}-${String(n)}`, fields(n))),
  );
};
const pagesIn = async (section: string) => (await sectionPages()).filter((list) => list.section === section);

beforeEach(() => {
  content.clear();
});

test('gives every section either a generated list or an index.astro, not both', async () => {
  const root = path.resolve(import.meta.dirname, '../../pages');
  const own = globSync('*/index.astro', { cwd: root }).map((file) => path.dirname(file));
  const generated = (await sectionPages()).map(({ section }) => section);
  expect(generated.filter((section) => own.includes(section))).toEqual([]);
  expect([...generated, ...own]).toEqual(expect.arrayContaining([...sections]));
});

test('gives an empty list one page', async () => {
  expect(await pagesIn('notices')).toMatchObject([{ page: { items: [], number: 1, of: 1, total: 0 } }]);
});

test.each(['agreements', 'monthly', 'paths', 'quizzes', 'clippings'])(
  'keeps %s on one page',
  async (section) => {
    put(section, 40, () => ({ published: '2026-03-01' }));
    expect((await pagesIn(section)).map(({ page }) => page.items.length)).toEqual([40]);
  },
);

test('puts twelve entries on a page, thirty in a plain list', async () => {
  put('activities', 25, () => ({ date: '2026-03-01' }));
  put('materials', 31, () => ({ kind: 'law', published: '2026-03-01' }));
  const sizes = async (section: string) => (await pagesIn(section)).map(({ page }) => page.items.length);
  expect(await sizes('activities')).toEqual([12, 12, 1]);
  expect(await sizes('materials')).toEqual([30, 1]);
});

test('counts upcoming events on the first page only', async () => {
  put('events', 20, (n) => ({
    start: `${n < 5 ? '2999' : '2020'}-05-${String(n + 1).padStart(2, '0')}T09:00:00+08:00`,
    state: 'planned',
  }));
  const pages = await pagesIn('events');
  expect(pages.map(({ page }) => [page.items.length, page.total])).toEqual([
    [12, 20],
    [3, 15],
  ]);
  expect(pages.map(({ listFirst }) => listFirst)).toEqual([true, false]);
  expect(pages[0]?.page.items[0]?.slug).toBe('events-19');
});

test('paginates only posts that are closed', async () => {
  put('posts', 14, (n) => ({ expires: n === 0 ? '2999-01-01' : '2020-01-01', published: '2020-01-01' }));
  expect((await pagesIn('posts')).map(({ page }) => [page.items.length, page.total])).toEqual([
    [12, 14],
    [1, 13],
  ]);
});

test('gives lists by kind their own pages, below field and value', async () => {
  put('meetings', 14, (n) => ({ kind: n === 0 ? 'council' : 'joint', date: '2026-03-01' }));
  put('materials', 31, () => ({ kind: 'law', published: '2026-03-01' }));
  const parts = await partPages();
  expect(
    parts.map(({ part, by, value, page }) => [part.address, by, value, page.number, page.total]),
  ).toEqual(
    expect.arrayContaining([
      ['/meetings/kind/joint/', 'kind', 'joint', 1, 13],
      ['/meetings/kind/joint/', 'kind', 'joint', 2, 13],
      ['/materials/kind/law/', 'kind', 'law', 2, 31],
    ]),
  );
  expect(parts.filter(({ section }) => section === 'meetings')).toHaveLength(3);
});

test('leaves out the whole list and empty states in lists by state', async () => {
  put('cases', 1, () => ({ result: 'failed' }));
  put('projects', 1, () => ({ due: '2020-01-01', log: [], started: '2019-01-01' }));
  put('concerns', 1, () => ({ number: '2020-001', received: '2020-01-01', due: '2020-02-01', log: [] }));
  const addresses = (await partPages()).map(({ part }) => part.address);
  expect(addresses).toEqual([
    '/projects/state/overdue/',
    '/cases/result/failed/',
    '/concerns/state/open/',
    '/concerns/state/overdue/',
    '/concerns/state/received/',
  ]);
});

test('gives each year a page if addresses have years, newest first', async () => {
  put('notices', 3, (n) => ({ published: `${String(2024 + n)}-01-01T08:00:00+08:00` }));
  put('policies', 1, () => ({ published: '2026-01-01', issued: '2026-01-01' }));
  const years = await sectionYears();
  expect(years.map(({ section, year }) => [section, year])).toEqual([
    ['notices', '2026'],
    ['notices', '2025'],
    ['notices', '2024'],
  ]);
  expect(collectionOf('policies').byYear).not.toBe(true);
  expect(await yearsOf('policies')).toEqual([]);
});

test('sorts concerns by number, in the list and in the year', async () => {
  put('concerns', 3, (n) => ({
    number: `2026-${['9', '100', '20'][n] ?? ''}`,
    received: '2026-01-02',
    due: '2026-02-01',
    log: [],
  }));
  const numbers = (articles: readonly { data: object }[] = []) =>
    articles.map(({ data }) => (data as { number: string }).number);
  const order = ['2026-100', '2026-20', '2026-9'];
  expect(numbers((await pagesIn('concerns'))[0]?.page.items)).toEqual(order);
  expect(numbers((await yearsOf('concerns'))[0]?.articles)).toEqual(order);
});

test('sorts projects by urgency, most overdue first', async () => {
  const due = ['2999-01-01', '2020-06-01', '2020-01-01'];
  put('projects', 3, (n) => ({ due: due[n], log: [], started: '2019-01-01' }));
  expect((await pagesIn('projects'))[0]?.page.items.map(({ slug }) => slug)).toEqual([
    'projects-2',
    'projects-1',
    'projects-0',
  ]);
});
