import { dayOf, daysAfter, daysBetween } from '../../../model/calendar-days.ts';
import type { Row } from '../row.ts';

type Event = Row<'events'>;

/** A report is missed this many days after the event. */
export const reportDays = 14;

export const lastDayOf = ({ data }: Event): string => dayOf(data.end ?? data.start);

/**
 * How long readers see it as upcoming, in the form of `data-holds`: until its end (`/2026-11-28T10:40`), or until
 * the end of its day if it has none.
 */
export const untilOver = ({ data }: Event): string =>
  `/${data.end === undefined ? dayOf(data.start) : data.end.slice(0, 16)}`;

/**
 * Rule: upcoming or running today. Cancelled ones stay until their day, after the others, so nobody comes in vain.
 */
export const upcoming = <E extends Event>(events: readonly E[], today: string): E[] =>
  events
    .filter((event) => lastDayOf(event) >= today && event.data.state !== 'held')
    .sort(
      (a, b) => Number(isCancelled(a)) - Number(isCancelled(b)) || a.data.start.localeCompare(b.data.start),
    );

export const isCancelled = ({ data }: Event): boolean => data.state === 'cancelled';

/** Rule: over for more than 14 days, not cancelled, and no report yet, marked as held or not. */
export const missesReport = (event: Event, today: string): boolean =>
  event.data.state !== 'cancelled' &&
  event.data.report === undefined &&
  daysBetween(lastDayOf(event), today) > reportDays;

/** Rule: still marked as planned or confirmed although its last day is past. */
export const isUnreported = (event: Event, today: string): boolean =>
  ['planned', 'confirmed'].includes(event.data.state) && lastDayOf(event) < today;

export interface CalendarDay<E> {
  day: string;
  /** False for days of the neighbouring months, which fill the first and last week. */
  inMonth: boolean;
  events: E[];
}

/** Rule: the whole weeks, Monday to Sunday, of a month (`2026-03`); an event is on each of its days. */
export function monthOf<E extends Event>(events: readonly E[], month: string): CalendarDay<E>[][] {
  const first = `${month}-01`;
  const monday = daysAfter(first, -((new Date(first).getUTCDay() + 6) % 7));
  const weeks: CalendarDay<E>[][] = [];
  for (let week = 0; week < 6; week++) {
    const start = daysAfter(monday, 7 * week);
    // After 9999-12 comes +10000, which sorts before it.
    if (week > 0 && start.slice(0, 7) !== month) break;
    weeks.push(
      [0, 1, 2, 3, 4, 5, 6].map((offset) => {
        const day = daysAfter(start, offset);
        const there = events.filter((event) => dayOf(event.data.start) <= day && lastDayOf(event) >= day);
        return {
          day,
          inMonth: day.startsWith(month),
          events: there.sort((a, b) => a.data.start.localeCompare(b.data.start)),
        };
      }),
    );
  }
  return weeks;
}

/** Months without events are paged through this far from today: a mistyped year must not make thousands of pages. */
const yearsAround = 5;

/** Rule: every month from the first event to the last, including this month, to page through. */
export function monthsOf(events: readonly Event[], today: string): string[] {
  const days = [...events.flatMap((event) => [dayOf(event.data.start), lastDayOf(event)]), today].sort();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const months = new Set(days.map((day) => day.slice(0, 7)));
  const [from, until] = [-12 * yearsAround, 12 * yearsAround].map((count) => monthNumber(today) + count);
  const start = Math.max(monthNumber(first), from ?? 0);
  for (let month = start; month <= Math.min(monthNumber(last), until ?? 0); month++)
    months.add(monthNamed(month));
  return [...months].sort();
}

/** Rule: the events that start in a month, earliest first, without those that started before it. */
export const startingIn = <E extends Event>(events: readonly E[], month: string): E[] =>
  events
    .filter(({ data }) => data.start.startsWith(month))
    .sort((a, b) => a.data.start.localeCompare(b.data.start));

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthNamed = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
