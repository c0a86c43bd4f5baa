import { dayOf, momentInBeijing } from '../../src/model/calendar-days.ts';
import { chineseMonthDay } from '../../src/site/dates.ts';

/** The day it is in Beijing, `2026-11-23`, wherever the machine stands. */
export const dayInBeijing = (moment = new Date()): string => dayOf(momentInBeijing(moment));

/** `11月23日 14:05`, for sentences that say when somebody did something; `14:05` alone where that is the day of `now`. */
export function spokenTime(moment: Date | string, now?: Date): string {
  const text = momentInBeijing(new Date(moment));
  const time = text.slice(11, 16);
  return now && dayInBeijing(now) === dayOf(text) ? time : `${chineseMonthDay(text)} ${time}`;
}
