import { concerns as description } from '../../../model/collections/concerns.ts';
import { courseOf } from './concern-course.ts';
import { stateWords } from './concern-states.ts';
import type { Row } from '../row.ts';

type Concern = Row<'concerns'>;

export interface Count {
  key: string;
  label: string;
  count: number;
}

export interface Statistics {
  from: string;
  until: string;
  total: number;
  /** Only values that occur, most frequent first. */
  byCategory: Count[];
  byChannel: Count[];
  /** In the order a concern goes through them. */
  byState: Count[];
  answered: number;
  inTime: number;
  overdue: number;
  /** Concerns with any answer after the deadline of its round. */
  late: number;
  reopened: number;
  /** The most days an answer was late; undefined if none was. */
  longestLate?: number;
  /** The most days from receipt to the last answer, or to `asOf`, among reopened concerns. */
  longestAgain?: number;
  /** Of first answers; undefined if there is none. */
  medianDays?: number;
  longestDays?: number;
}

/**
 * Rule: the concerns received from one day to another, both included, in the state they had on `asOf` (by default
 * the last day of the period). So the minutes show the same numbers next year.
 */
export function statisticsOf(
  concerns: readonly Concern[],
  from: string,
  until: string,
  asOf: string = until,
): Statistics {
  const within = concerns.filter(({ data }) => data.received >= from && data.received <= until);
  const courses = within.map((concern) => courseOf(concern, asOf));
  const first = courses.flatMap(({ answers }) => answers[0] ?? []);
  const days = first.map((answer) => answer.days).sort((a, b) => a - b);
  const late = courses.flatMap(({ answers }) => answers.filter((answer) => answer.late > 0));
  const again = courses.filter(({ reopened }) => reopened > 0);
  const middle = median(days);
  const longest = days.at(-1);
  const { category, channel } = description.fields;
  return {
    from,
    until,
    total: within.length,
    byCategory: mostFirst(counts(category.options, within, ({ data }) => data.category)),
    byChannel: mostFirst(counts(channel.options, within, ({ data }) => data.channel)),
    byState: counts(stateWords, courses, ({ state }) => state),
    answered: days.length,
    inTime: first.filter((answer) => answer.late === 0).length,
    overdue: courses.filter(({ overdue }) => overdue > 0).length,
    late: courses.filter(({ answers }) => answers.some((answer) => answer.late > 0)).length,
    reopened: again.length,
    ...(late.length === 0 ? {} : { longestLate: Math.max(...late.map((answer) => answer.late)) }),
    ...(again.length === 0 ? {} : { longestAgain: Math.max(...again.map(({ total }) => total)) }),
    ...(middle === undefined ? {} : { medianDays: middle }),
    ...(longest === undefined ? {} : { longestDays: longest }),
  };
}

/** Rule: the middle value, or the mean of the two middle values. The list is sorted. */
function median(days: readonly number[]): number | undefined {
  const [low, high] = [days[Math.ceil(days.length / 2) - 1], days[Math.floor(days.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function counts<T>(
  words: Readonly<Record<string, string>>,
  counted: readonly T[],
  keyOf: (each: T) => string,
): Count[] {
  const groups = Map.groupBy(counted, keyOf);
  return Object.entries(words)
    .map(([key, label]) => ({ key, label, count: groups.get(key)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
}

const mostFirst = (list: readonly Count[]): Count[] => list.toSorted((a, b) => b.count - a.count);

/** Rule: quarters in which something was received, newest first. */
export function quartersWithConcerns(
  concerns: readonly Concern[],
): { from: string; until: string; label: string }[] {
  const quarters = new Set(
    concerns.map(({ data: { received } }) => {
      const quarter = Math.ceil(Number(received.slice(5, 7)) / 3);
      return `${received.slice(0, 4)}-${String(quarter)}`;
    }),
  );
  return [...quarters]
    .sort((a, b) => b.localeCompare(a))
    .map((key) => {
      const [year = '', quarter = ''] = key.split('-');
      const last = Number(quarter) * 3;
      const month = (number: number): string => String(number).padStart(2, '0');
      const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
      return {
        from: `${year}-${month(last - 2)}-01`,
        until: `${year}-${month(last)}-${String(lastDay)}`,
        label: `${year} 年第 ${quarter} 季度`,
      };
    });
}

/** Concerns by the quarter of receipt, in the order of the list. */
export const byQuarter = <C extends Concern>(
  concerns: readonly C[],
): { label: string; from: string; concerns: C[] }[] =>
  quartersWithConcerns(concerns).map(({ label, from, until }) => ({
    label,
    from,
    concerns: concerns.filter(({ data }) => data.received >= from && data.received <= until),
  }));
