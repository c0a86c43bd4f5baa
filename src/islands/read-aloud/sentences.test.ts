import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

const sentencesIn = (text: string): string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['停水了。请打水！好吗？', ['停水了。', '请打水！', '好吗？']],
  ['他说：“停水了。”我说好。', ['他说：“停水了。”', '我说好。']],
  ['没有句号', ['没有句号']],
  ['……\n——\n好。', ['好。']],
  ['8:30—11.5 点开门', ['8:30—11.5 点开门']],
])('%s', (text, expected) => {
  expect(sentencesIn(text)).toEqual(expected);
});

test('splits a very long sentence into clauses without losing any text', () => {
  const long = '先念逾期的事，再说为什么逾期，'.repeat(12) + '完了。';
  const parts = sentencesIn(long);
  expect(parts.length).toBeGreaterThan(1);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(90);
  expect(parts.join('')).toBe(long);
});
