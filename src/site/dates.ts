import { dayOf, momentInBeijing } from '../model/calendar-days.ts';

/** Chinese dates from the strings in content. No time zone is involved: the text contains the date. */

/** `2026年3月15日` */
export function chineseDay(dayOrMoment: string): string {
  const [year = '', month = '', day = ''] = dayOrMoment.slice(0, 10).split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

/** `2026年3月15日 09:30` */
export const chineseMoment = (moment: string): string => `${chineseDay(moment)} ${moment.slice(11, 16)}`;

/** `3月15日`, for lists under a heading with the year. */
export const chineseMonthDay = (dayOrMoment: string): string => chineseDay(dayOrMoment).replace(/^\d+年/, '');

/** The form that 《政府网站发展指引》 requires in meta tags: `2026-03-15 09:30`, or the day alone. */
export const pageTagDate = (dayOrMoment: string): string => dayOrMoment.slice(0, 16).replace('T', ' ');

/** Today in Beijing, wherever the build runs. */
export const today = (now: Date = new Date()): string => dayOf(momentInBeijing(now));

const collator = new Intl.Collator('zh-Hans-CN');

/** Orders Chinese names by pinyin. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b);
