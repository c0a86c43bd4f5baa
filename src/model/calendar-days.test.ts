import { expect, test } from 'vitest';
import { daysAfter, daysBetween, isDay, isMoment } from './calendar-days.ts';

test.each(['2026-01-31', '2024-02-29', '1991-11-16'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true);
});
test.each([
  '2026-02-30',
  '2025-02-29',
  '2026-1-31',
  '2026/01/31',
  '２００２-06-29',
  '2026-13-01',
  '',
  '20266-01-01',
  '0026-01-01',
  '0202-06-01',
  '1899-12-31',
])('%s is not', (text) => {
  expect(isDay(text)).toBe(false);
});
test.each(['2026-01-31T09:30:00+08:00', '2026-01-31T09:30+08:00'])('%s is a moment', (text) => {
  expect(isMoment(text)).toBe(true);
});
test.each([
  '2026-01-31T09:30:00Z',
  '2026-01-31T24:00:00+08:00',
  '2026-02-30T09:30:00+08:00',
  '20266-02-28T09:30:00+08:00',
  '0206-02-28T09:30:00+08:00',
  '2026-01-31 09:30',
])('%s is not', (text) => {
  expect(isMoment(text)).toBe(false);
});

test('counts days across months, leap days and moments in Beijing time', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-03-02T23:59:00+08:00', '2026-03-01')).toBe(-1);
  expect(daysAfter('2025-12-31', 60)).toBe('2026-03-01');
});
