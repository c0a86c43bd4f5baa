import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSearchIndex } from './build-index.ts';
import { daysOf, foldedTitles, valuesOf } from '../format/page-catalogue.ts';
import type { Catalogue } from '../format/page-catalogue.ts';
import type { Word } from './word-chunks.ts';
import { readFragmentText } from '../format/fragment-text.ts';
import { headingsFrom, queryTokensOf } from '../format/tokens.ts';

let site: string;
const pages = [
  { name: 'orgs/canteen', title: '后勤食堂', day: '', text: '<p>窗口在一楼。</p>' },
  {
    name: 'notices/new',
    title: '老年窗口開飯',
    day: '2026-03-15',
    text: '<h2 id="h-time">开饭时间</h2><p>每天十一点开饭。</p>',
  },
  { name: 'notices/pdf', title: '⻓者靑年座谈', day: '2025-11-01', text: '<p>⺠生实事吿知书。</p>' },
  { name: 'notices/old', title: '停水', day: '2025-12-01', text: '<p>ＰＭ２.５ 与停水无关。</p>' },
];

const addresses = pages.map(({ name }) => `/${name}/`);

beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'hub-index-'));
  for (const { name, title, day, text } of pages) {
    await mkdir(path.join(site, name), { recursive: true });
    const tag = day === '' ? '' : `<meta name="PubDate" content="${day}">`;
    const section = name.split('/')[0] ?? '';
    await writeFile(
      path.join(site, name, 'index.html'),
      `<html lang="zh-CN"><head>${tag}</head><body><article data-pagefind-body data-section="${section}" data-pagefind-filter="section[data-section]"><h1>${title}</h1>${text}</article></body></html>`,
    );
  }
  await buildSearchIndex(site, addresses, {
    synonyms: [['老人饭堂', '老年窗口']],
    pins: [{ word: '食堂', address: '/orgs/canteen/' }],
  });
});
afterAll(() => rm(site, { recursive: true, force: true }));

const inIndex = async (kind: string): Promise<string> => {
  const names = await readdir(path.join(site, 'pagefind'));
  return readFile(
    path.join(site, 'pagefind', names.find((name) => name.startsWith(`${kind}.`)) ?? kind),
    'utf8',
  );
};
const catalogue = async (): Promise<Catalogue> => JSON.parse(await inIndex('catalogue')) as Catalogue;

test('lists the pages newest first in the catalogue, those without a day last', async () => {
  const made = await catalogue();
  expect(made.titles).toEqual(['老年窗口開飯', '停水', '⻓者靑年座谈', '后勤食堂']);
  expect(daysOf(made)).toEqual(['2026-03-15', '2025-12-01', '2025-11-01', '']);
  expect(foldedTitles(made)[0]).toBe('老年窗口开饭');
  expect(valuesOf(made, 'section').map(([value = -1]) => made.filters['section']?.values[value])).toEqual([
    'notices',
    'notices',
    'notices',
    'orgs',
  ]);
  expect(made.pins).toEqual({ 食堂: [3] });
  // Radicals are always folded; old forms need the table.
  expect(foldedTitles(made)[2]).toBe('长者靑年座谈');
  expect(made.synonyms).toEqual([['老人饭堂', '老年窗口']]);
});

test('indexes each pair at its positions, headings in a separate range', async () => {
  const folder = path.join(site, 'pagefind/index');
  const words = (
    await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name))))
  ).flatMap((bytes) => (decode(gunzipSync(bytes).subarray('pagefind_dcd'.length)) as [Word[]])[0]);
  const placesOf = (pair: string) => words.find(([word]) => word === queryTokensOf(pair)[0]?.token)?.[1];
  // Twice in the first page: in its only paragraph, and in its title, which comes after all texts.
  const [[, [inText = -1, step = -1]] = [-1, []]] = placesOf('开饭') ?? [];
  expect(inText).toBe(5);
  expect(inText + step).toBe(headingsFrom + 4);
  expect(placesOf('停水')).toHaveLength(1);
  for (const written of ['长者', '民生']) expect(placesOf(written)).toHaveLength(1);
});

test('writes fragments with the original text and its headings', async () => {
  const folder = path.join(site, 'pagefind/fragment');
  const shown = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const text = gunzipSync(await readFile(path.join(folder, name))).toString('utf8');
      return readFragmentText((JSON.parse(text.slice('pagefind_dcd'.length)) as { content: string }).content);
    }),
  );
  expect(shown.find(({ title }) => title === '停水')?.blocks).toEqual([{ text: 'ＰＭ２.５ 与停水无关。' }]);
  expect(shown.find(({ day }) => day === '2026-03-15')?.blocks[0]).toEqual({
    text: '开饭时间',
    heading: 'h-time',
  });
});

test('rejects an index with fewer entries than were published, not counting lists', async () => {
  await mkdir(path.join(site, 'menus'));
  const list = '<html><body><main data-search-name="食堂菜单"><h1>食堂菜单</h1></main></body></html>';
  await writeFile(path.join(site, 'menus/index.html'), list);
  await expect(buildSearchIndex(site, [...addresses, '/notices/lost/'])).rejects.toThrow(
    'Not in the search index: /notices/lost/',
  );
});

test('changes the hash of the index when editors change synonyms, because browsers cache it', async () => {
  const name = async (): Promise<string | undefined> =>
    /"hash":"([^"]+)"/.exec(await readFile(path.join(site, 'pagefind/pagefind-entry.json'), 'utf8'))?.[1];
  const before = await name();
  await buildSearchIndex(site, addresses, { synonyms: [], pins: [] });
  expect(await name()).not.toBe(before);
});
