import { expect, test } from 'vitest';
import { chineseDay, chineseMoment, chineseMonthDay, pageTagDate, today } from './dates.ts';

test('today is the date in Beijing, in any time zone of the machine', () => {
  expect(today(new Date('2026-02-28T15:59:59Z'))).toBe('2026-02-28');
  expect(today(new Date('2026-02-28T16:00:00Z'))).toBe('2026-03-01');
  expect(today(new Date('2026-12-31T20:00:00-05:00'))).toBe('2027-01-01');
});

test('formats dates in Chinese, from a day or a moment', () => {
  const moment = '2026-03-05T09:30:00+08:00';
  expect([chineseDay('2026-03-05'), chineseDay(moment)]).toEqual(['2026年3月5日', '2026年3月5日']);
  expect(chineseMoment(moment)).toBe('2026年3月5日 09:30');
  expect(chineseMonthDay(moment)).toBe('3月5日');
  expect([pageTagDate(moment), pageTagDate('2026-03-05')]).toEqual(['2026-03-05 09:30', '2026-03-05']);
});
