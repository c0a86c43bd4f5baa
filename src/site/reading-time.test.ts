import { expect, test } from 'vitest';
import { readingMinutes } from './reading-time.ts';

test('a short text takes a minute, not none', () => {
  expect(readingMinutes('停水通知')).toBe(1);
});

test('Han characters count one by one, Latin words and numbers as one', () => {
  expect(readingMinutes('共'.repeat(700))).toBe(2);
  expect(readingMinutes('PDCA 2026 '.repeat(350))).toBe(2);
});

test('punctuation is not read', () => {
  expect(readingMinutes(`${'。'.repeat(5000)}好`)).toBe(1);
});
