import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallIndex } from '../../../tests/support/fixture-search-index.ts';
import type { SmallIndex } from '../../../tests/support/fixture-search-index.ts';
import { suggestionAddress, suggestTitles } from './suggestions.ts';

let site: SmallIndex;
beforeAll(async () => {
  site = await smallIndex([
    { name: 'orgs/wuye', title: '物业' },
    { name: 'services/wuye', title: '物业报修' },
    { name: 'notices/a', title: '小区物业通知', day: '2026-03-03' },
    { name: 'notices/b', title: '物业年报', day: '2026-03-02' },
    { name: 'notices/c', title: '老年食堂', day: '2026-03-01' },
    ...Array.from({ length: 9 }, (_, at) => ({
      name: `notices/n${String(at)}`,
      title: `第 ${String(at)} 号停水`,
      day: `2026-02-0${String(at + 1)}`,
    })),
  ]);
});
afterAll(() => site.leave());

const titles = async (typed: string): Promise<string[]> =>
  (await suggestTitles(typed, site.base)).map(({ title }) => title);

test('puts the whole title first, then beginnings, permanent pages before news', async () => {
  expect(await titles('物业')).toEqual(['物业', '物业报修', '物业年报', '小区物业通知']);
  expect(await titles('“物业”')).toEqual(['物业', '物业报修', '物业年报', '小区物业通知']);
});

test('suggests at most eight titles, and nothing for an empty query', async () => {
  expect(await titles('停水')).toHaveLength(8);
  expect((await titles('停水'))[0]).toBe('第 8 号停水');
  expect(await titles(' ')).toEqual([]);
  expect(await titles('不在这里')).toEqual([]);
});

test('reads two or more letters as pinyin', async () => {
  expect(await titles('laonian')).toEqual(['老年食堂']);
  expect(await titles('wuye')).toEqual(['物业年报', '物业', '物业报修', '小区物业通知']);
  expect(await titles('w')).toEqual([]);
});

test('finds the address of a suggestion', async () => {
  const [first] = await suggestTitles('物业年报', site.base);
  expect(await suggestionAddress(first!, site.base)).toBe(`${site.base}notices/b/`);
});
