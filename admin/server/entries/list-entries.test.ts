import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listEntries } from './list-entries.ts';
import { seedRepository } from '../git/seed-repository.ts';
import { fixtureHub } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';
import { openStore } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

let fixture: FixtureHub;
let store: Store;

const month = (slug: string, title: string, day: string): string =>
  `---\ntitle: ${title}\nslug: ${slug}\nmonth: ${day}\norgs:\n  - shequ\nsummary: 一起学。\n---\n\n文字。\n`;

beforeAll(async () => {
  fixture = await fixtureHub();
  for (const [slug, title, day] of [
    ['2026', '全年安排', '2025-12-01'],
    ['2026-03', '三月学习', '2026-03-01'],
    ['2026-03-houqin', '后勤支部三月学习', '2026-03-01'],
    ['index', '总目', '2024-01-01'],
  ] as const) {
    const folder = path.join(fixture.content, 'monthly', slug);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.md'), month(slug, title, day));
  }
  await seedRepository(`${fixture.folder}/store.git`, fixture.content);
  store = openStore(`${fixture.folder}/store.git`);
});
afterAll(async () => {
  store.repository.close();
  await fixture.cleanUp();
});

test.each([
  ['2026', ['全年安排']],
  ['2026-03', ['三月学习']],
  ['index', ['总目']],
  ['2025', []],
])('matches the slug %s exactly, even if it looks like a year', async (slug, titles) => {
  const { entries } = await listEntries(store, 'monthly', { filter: { slug } });
  expect(entries.map(({ data }) => /title: (.*)/.exec(data)?.[1])).toEqual(titles);
});

test('filters dates by year or month', async () => {
  const of = async (wanted: string) =>
    (await listEntries(store, 'monthly', { filter: { month: wanted } })).total;
  expect([await of('2026'), await of('2026-03'), await of('2025'), await of('202')]).toEqual([2, 2, 1, 0]);
});

test('returns all entries on one page unless a page size is given', async () => {
  const page = await listEntries(store, 'monthly', { page: 1 });
  expect([page.entries.length, page.total, page.more, page.pageSize]).toEqual([4, 4, 0, 4]);
  const second = await listEntries(store, 'monthly', { page: 2, pageSize: 3 });
  expect([second.entries.length, second.more]).toEqual([1, 0]);
});
