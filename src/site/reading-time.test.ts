import { expect, test } from 'vitest';
import { readingMinutes } from './reading-time.ts';

test('gives a short text one minute, not zero', () => {
  expect(readingMinutes('停水通知')).toBe(1);
});

test('counts each Han character, and each Latin word or number as one', () => {
  expect(readingMinutes('共'.repeat(700))).toBe(2);
  expect(readingMinutes('PDCA 2026 '.repeat(350))).toBe(2);
});

test('ignores punctuation', () => {
  expect(readingMinutes(`${'。'.repeat(5000)}好`)).toBe(1);
});
