import { expect, test } from 'vitest';
import type { SearchIndex } from '../engine/search-index.ts';
import { byRank, ranked, tiers } from './ranking.ts';
import type { PageMatch } from './ranking.ts';

const titles = ['食堂', '食堂菜单', '今日食堂', '停水', '后勤', '食堂?'];

const indexWith = (first: number[], last: number[] = []): SearchIndex =>
  ({ titles, catalogue: { first, last, aliases: { 4: '食堂' } } }) as unknown as SearchIndex;

const tierOf = (page: number, words: string[], index: SearchIndex, inHeading = false): number =>
  ranked(index, page, { inHeading, count: 1 }, words, 0).tier;

test('ranks a page by where its title contains the word', () => {
  const index = indexWith([]);
  const found = titles.map((_, page) => tierOf(page, ['食堂'], index));
  const { title, titleStart, inTitle, text } = tiers;
  expect(found).toEqual([title, titleStart, inTitle, text, title, title]);
  expect(tierOf(3, ['食堂'], index, true)).toBe(tiers.heading);
});

test('ranks an overview page first for its own name only', () => {
  const index = indexWith([0, 1, 3]);
  expect(tierOf(0, ['食堂'], index)).toBe(tiers.ownName);
  expect(tierOf(1, ['食堂'], index)).toBe(tiers.titleStart);
  expect(tierOf(3, ['食堂'], index)).toBe(tiers.text);
  expect(tierOf(5, ['食堂'], index)).toBe(tiers.title);
});

test('ranks the last pages behind texts, unless the word is in their title', () => {
  const index = indexWith([], [2, 3]);
  expect(tierOf(3, ['食堂'], index, true)).toBe(tiers.last);
  expect(tierOf(2, ['食堂'], index)).toBe(tiers.inTitle);
});

test('ranks several words by title, then by headings, then by text', () => {
  const index = indexWith([]);
  expect(tierOf(1, ['食堂', '菜单'], index)).toBe(tiers.apart);
  expect(tierOf(1, ['食堂', '送餐'], index, true)).toBe(tiers.apart + 0.1);
  expect(tierOf(1, ['食堂', '送餐'], index)).toBe(tiers.apart + 0.2);
});

test('moves matches of another word back', () => {
  const { tier } = ranked(indexWith([]), 2, { inHeading: true, count: 1 }, ['食堂'], 0.5);
  expect(tier).toBe(tiers.inTitle + 0.5);
});

test('sorts by tier, permanent pages before news, frequency and page number', () => {
  const days = ['2026-03-03', '2026-03-02', '2026-03-01', '', ''];
  const order = (...matches: PageMatch[]): number[] =>
    byRank(new Map(matches.map((match) => [match.page, match])), { days } as SearchIndex).map(
      ({ page }) => page,
    );
  const match = (page: number, tier: number, count = 1): PageMatch => ({ page, tier, count });
  expect(order(match(0, tiers.text), match(1, tiers.title))).toEqual([1, 0]);
  expect(order(match(0, tiers.heading), match(3, tiers.heading))).toEqual([3, 0]);
  expect(order(match(4, tiers.text), match(0, tiers.text))).toEqual([0, 4]);
  expect(order(match(0, tiers.text, 3), match(1, tiers.text, 4))).toEqual([1, 0]);
  expect(order(match(1, tiers.text, 3), match(0, tiers.text, 2))).toEqual([0, 1]);
});
