import { expect, test } from 'vitest';
import type { Article } from './article.ts';
import { byMonth, byYear, groupByChoice, previousAndNext } from './grouping.ts';

const activity = (slug: string, date: string) =>
  ({ collection: 'activities', slug, data: { title: slug, date } }) as Article<'activities'>;
const newestFirst = [
  activity('腊八', '2026-01-26'),
  activity('冬至', '2025-12-21'),
  activity('立冬', '2025-12-01'),
];

test('groups entries by year, newest first', () => {
  expect(byYear(newestFirst).map(({ year, articles }) => [year, articles.length])).toEqual([
    ['2026', 1],
    ['2025', 2],
  ]);
});

test('labels months without a leading zero', () => {
  expect(byMonth(newestFirst).map(({ label }) => label)).toEqual(['1月', '12月']);
});

test('gives the older entry as previous, and none at the ends', () => {
  const slugs = (at: number) => {
    const { previous, next } = previousAndNext(newestFirst[at]!, newestFirst);
    return [previous?.slug, next?.slug];
  };
  expect([0, 1, 2].map(slugs)).toEqual([
    ['冬至', undefined],
    ['立冬', '腊八'],
    [undefined, '冬至'],
  ]);
});

test('keeps the order of the form and leaves out choices without entries', () => {
  const material = (slug: string, kind: string) =>
    ({ collection: 'materials', slug, data: { title: slug, kind } }) as Article<'materials'>;
  const groups = groupByChoice('materials', 'kind', [
    material('a', 'case'),
    material('b', 'guide'),
    material('c', 'case'),
  ]);
  expect(groups.map(({ label, articles }) => [label, articles.length])).toEqual([
    ['原文导读', 1],
    ['案例', 2],
  ]);
});
