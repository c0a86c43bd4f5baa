import { expect, test } from 'vitest';
import { chineseMonth, chineseDateRange, weekdayOf } from './date-ranges.ts';

test('shows the date of a one-day event once', () => {
  expect(chineseDateRange('2026-11-28T08:30:00+08:00', '2026-11-28T11:00:00+08:00')).toBe(
    '2026年11月28日（星期六）8:30—11:00',
  );
});

test('shows both dates of an overnight event', () => {
  expect(chineseDateRange('2026-12-31T20:00:00+08:00', '2027-01-01T00:30:00+08:00')).toBe(
    '2026年12月31日（星期四）20:00—1月1日（星期五）0:30',
  );
});

test('shows only the start without an end', () => {
  expect(chineseDateRange('2026-11-28T08:30:00+08:00', undefined)).toBe('2026年11月28日（星期六）8:30');
});

test('takes the weekday from the text, in any time zone', () => {
  expect(weekdayOf('2026-11-29T00:10:00+08:00')).toBe('星期日');
});

test('shows a month in Chinese', () => {
  expect(chineseMonth('2027-03')).toBe('2027年3月');
});
