import { dayOf, momentInBeijing } from '../../src/model/calendar-days.ts';
import { chineseMonthDay } from '../../src/site/dates.ts';

/** The day in Beijing, `2026-11-23`, independent of the local time zone. */
export const dayInBeijing = (moment = new Date()): string => dayOf(momentInBeijing(moment));

/** `11月23日 14:05`, or only `14:05` on the day of `now`. */
export function displayTime(moment: Date | string, now?: Date): string {
  const text = momentInBeijing(new Date(moment));
  const time = text.slice(11, 16);
  return now && dayInBeijing(now) === dayOf(text) ? time : `${chineseMonthDay(text)} ${time}`;
}
