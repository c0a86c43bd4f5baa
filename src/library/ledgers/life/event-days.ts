import { dayOf, daysAfter, daysBetween } from '../../../model/calendar-days.ts';
import type { Row } from '../row.ts';

type Event = Row<'events'>;

/** So many days after an event its report is missed. */
export const reportDays = 14;

export const lastDayOf = ({ data }: Event): string => dayOf(data.end ?? data.start);

/**
 * Until when readers are told of it as to come, in the form of `data-holds`: by their clock where an end is told
 * (`/2026-11-28T10:40`), to the end of its day otherwise.
 */
export const untilOver = ({ data }: Event): string =>
  `/${data.end === undefined ? dayOf(data.start) : data.end.slice(0, 16)}`;

/**
 * Rule: still to come, or going on today. Cancelled ones stay in sight until their day, so that nobody comes in vain,
 * below those that take place.
 */
export const upcoming = <E extends Event>(events: readonly E[], today: string): E[] =>
  events
    .filter((event) => lastDayOf(event) >= today && event.data.state !== 'held')
    .sort(
      (a, b) => Number(isCancelled(a)) - Number(isCancelled(b)) || a.data.start.localeCompare(b.data.start),
    );

export const isCancelled = ({ data }: Event): boolean => data.state === 'cancelled';

/** Rule: over for more than 14 days, not cancelled, and no report yet, whether or not somebody marked it held. */
export const missesReport = (event: Event, today: string): boolean =>
  event.data.state !== 'cancelled' &&
  event.data.report === undefined &&
  daysBetween(lastDayOf(event), today) > reportDays;

/** Rule: planned or fixed, and its last day is behind us: it waits for its report, and is no longer to come. */
export const isUnreported = (event: Event, today: string): boolean =>
  ['planned', 'confirmed'].includes(event.data.state) && lastDayOf(event) < today;

export interface CalendarDay<E> {
  day: string;
  /** Days of the neighbouring months fill the first and last week. */
  inMonth: boolean;
  events: E[];
}

/** Rule: whole weeks from Monday to Sunday that hold the month (`2026-03`); an event stands on each of its days. */
export function monthOf<E extends Event>(events: readonly E[], month: string): CalendarDay<E>[][] {
  const first = `${month}-01`;
  const monday = daysAfter(first, -((new Date(first).getUTCDay() + 6) % 7));
  const weeks: CalendarDay<E>[][] = [];
  for (let start = monday; start.slice(0, 7) <= month; start = daysAfter(start, 7)) {
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

/** Rule: every month from the first event to the last, this month included, so that one can leaf through. */
export function monthsOf(events: readonly Event[], today: string): string[] {
  const days = [...events.flatMap((event) => [dayOf(event.data.start), lastDayOf(event)]), today].sort();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

/** Rule: the events that begin in a month, earliest first; one that goes on from the month before is not among them. */
export const startingIn = <E extends Event>(events: readonly E[], month: string): E[] =>
  events
    .filter(({ data }) => data.start.startsWith(month))
    .sort((a, b) => a.data.start.localeCompare(b.data.start));

const nextMonth = (month: string): string => daysAfter(`${month}-28`, 4).slice(0, 7);
