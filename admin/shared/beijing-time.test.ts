import { expect, test } from 'vitest';
import { dayInBeijing, displayTime } from './beijing-time.ts';

test.each([
  ['2026-03-01T15:59:59Z', '2026-03-01', '3月1日 23:59'],
  ['2026-03-01T16:00:00Z', '2026-03-02', '3月2日 00:00'],
  ['2025-12-31T20:05:00Z', '2026-01-01', '1月1日 04:05'],
  ['2026-11-23T14:05:09+08:00', '2026-11-23', '11月23日 14:05'],
])('%s is on %s in Beijing, displayed as %s', (moment, day, text) => {
  expect(dayInBeijing(new Date(moment))).toBe(day);
  expect(displayTime(moment)).toBe(text);
  expect(displayTime(new Date(moment))).toBe(text);
});

test('shows only the time for today in Beijing', () => {
  const now = new Date('2026-03-01T17:00:00Z');
  expect(displayTime('2026-03-01T16:00:00Z', now)).toBe('00:00');
  expect(displayTime('2026-03-01T15:59:00Z', now)).toBe('3月1日 23:59');
  expect(displayTime('2025-03-01T17:00:00Z', now)).toBe('3月2日 01:00');
});
