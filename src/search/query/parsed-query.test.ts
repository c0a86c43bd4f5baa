import { expect, test } from 'vitest';
import { isFragment, otherForms } from './parsed-query.ts';

test.each([
  ['国办发2017 47号', '国办发(2017)47号'],
  ['国办发(2017)第47号', '国办发(2017)47号'],
  ['国办发2017年47号', '国办发(2017)47号'],
  ['2026-03-05', '2026年3月5日'],
  ['2026.3', '2026年3月'],
  ['03月05日', '3月5日'],
  ['2026年03月', '2026年3月'],
  ['2017 47号', '(2017)47号'],
  ['gbt9704', 'gb/t9704'],
])('%s may also be written %s', (typed, written) => {
  expect(otherForms(typed)).toContain(written);
});

test('finds no other form for ordinary words', () => {
  expect(otherForms('老年食堂')).toEqual([]);
  expect(otherForms('1234.56')).toEqual([]);
  expect(otherForms('2026年3月')).toEqual([]);
});

test('recognizes terms that are only fragments of a phrase', () => {
  expect(['第', 'gb/t', '第十条', '一、'].map(isFragment)).toEqual([true, true, true, true]);
  expect(['食堂', '第一书记', '3月'].map(isFragment)).toEqual([false, false, false]);
});
