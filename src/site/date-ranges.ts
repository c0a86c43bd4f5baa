import { chineseDay, chineseMonthDay } from './dates.ts';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** `星期六`, the weekday of the date in the text. */
export const weekdayOf = (dayOrMoment: string): string =>
  `星期${weekdays[new Date(dayOrMoment.slice(0, 10)).getUTCDay()] ?? ''}`;

/** `8:30` */
export const clockOf = (moment: string): string =>
  `${String(Number(moment.slice(11, 13)))}:${moment.slice(14, 16)}`;

/** `2026年11月28日（星期六）8:30—11:00`; the second date only if it differs. */
export function chineseDateRange(start: string, end: string | undefined): string {
  const from = `${chineseDay(start)}（${weekdayOf(start)}）${clockOf(start)}`;
  if (end === undefined) return from;
  if (end.slice(0, 10) === start.slice(0, 10)) return `${from}—${clockOf(end)}`;
  return `${from}—${chineseMonthDay(end)}（${weekdayOf(end)}）${clockOf(end)}`;
}

/** `2026年11月` for the month `2026-11`. */
export const chineseMonth = (month: string): string =>
  `${month.slice(0, 4)}年${String(Number(month.slice(5, 7)))}月`;
