import { expect, test } from 'vitest';
import { otherForms, withoutFrame } from './question.ts';

test.each([
  ['国办发2017 47号', '国办发(2017)47号'],
  ['国办发(2017)第47号', '国办发(2017)47号'],
  ['国办发2017年47号', '国办发(2017)47号'],
  ['2026-03-05', '2026年3月5日'],
  ['2026.3', '2026年3月'],
  ['03月05日', '3月5日'],
  ['gb/t9704', 'gb/t 9704'],
])('%s may be written %s', (typed, written) => {
  expect(otherForms(typed)).toContain(written);
});

test('ordinary words have no other form', () => {
  expect(otherForms('老年食堂')).toEqual([]);
});

test('a title is asked for without its frame', () => {
  expect(withoutFrame('《公司法》')).toBe('公司法');
  expect(withoutFrame('"老年食堂"')).toBe('老年食堂');
  expect(withoutFrame('依据《公司法》')).toBe('依据《公司法》');
});
