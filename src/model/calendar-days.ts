const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const momentPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?\+08:00$/;

/** All dates of the hub are later. A half-typed year, 0202 or 0026, is far earlier. */
const firstYear = 1900;

/** A day that exists in the calendar, written `2026-01-31`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = dayPattern.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined || Number(year) < firstYear)
    return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** A moment in Beijing time, written `2026-01-31T09:30:00+08:00`. */
export function isMoment(text: string): boolean {
  const match = momentPattern.exec(text);
  return match !== null && isDay(match[1] ?? '');
}

/** The current moment in Beijing, to the second, in whatever time zone the machine is: `2026-01-31T09:30:00+08:00`. */
export const momentInBeijing = (now: Date): string =>
  `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** The day of a day or a moment, as it is written. */
export const dayOf = (dayOrMoment: string): string => dayOrMoment.slice(0, 10);

/** Whether it is in the future: by the clock if both are moments, by the day in Beijing otherwise. */
export const isAfter = (dayOrMoment: string, now: string): boolean =>
  isMoment(dayOrMoment) && isMoment(now)
    ? Date.parse(dayOrMoment) > Date.parse(now)
    : dayOf(dayOrMoment) > dayOf(now);

/** Whole days from one day or moment to another; negative when the second is earlier. Calendar days, no holidays. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000;

/** The day that is `count` days after another. */
export const daysAfter = (day: string, count: number): string =>
  new Date(Date.parse(dayOf(day)) + count * 86_400_000).toISOString().slice(0, 10);
