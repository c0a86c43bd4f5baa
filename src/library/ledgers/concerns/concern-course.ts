import { daysAfter, daysBetween } from '../../../model/calendar-days.ts';
import { daysOverdue, isClosing, recordsUntil, stateOn } from './concern-states.ts';
import type { State } from './concern-states.ts';
import type { Row } from '../row.ts';

/** A record that closed a concern, which may have been opened again since. */
export interface Answer {
  day: string;
  /** Days from receipt, whatever lay between. */
  days: number;
  /** Days after the limit given at first, for each round anew. 0 where it came in time. */
  late: number;
}

export interface Course {
  state: State;
  answers: Answer[];
  /** How often it was opened again. */
  reopened: number;
  /** Days from receipt to the answer that holds; to the day asked about while there is none. */
  total: number;
  /** The last record closed it. */
  closed: boolean;
  /** Days past the limit that counts, while it is open. */
  overdue: number;
}

/**
 * Rule: what became of a concern up to a day. List, page, statistics, figures, feeds and the API all take their numbers
 * from here, so that none of them praises a quick answer that did not hold. Putting a limit off makes no late answer an
 * early one; opened again, a concern has as many days as at first.
 */
export function courseOf(concern: Row<'concerns'>, day: string): Course {
  const { received, due } = concern.data;
  const given = daysBetween(received, due);
  const records = recordsUntil(concern, day);
  const answers: Answer[] = [];
  let limit = due;
  for (const record of records) {
    if (record.state === 'reopened') limit = daysAfter(record.day, given);
    if (!isClosing(record.state)) continue;
    answers.push({
      day: record.day,
      days: daysBetween(received, record.day),
      late: Math.max(0, daysBetween(limit, record.day)),
    });
  }
  const state = stateOn(concern, day);
  const closed = isClosing(state);
  return {
    state,
    answers,
    reopened: records.filter((record) => record.state === 'reopened').length,
    total: closed ? (answers.at(-1)?.days ?? 0) : Math.max(0, daysBetween(received, day)),
    closed,
    overdue: daysOverdue(concern, day),
  };
}

/** Rule: any of its answers came after the limit of its round, also where a later one was quick. */
export const wasAnsweredLate = (concern: Row<'concerns'>, day: string): boolean =>
  courseOf(concern, day).answers.some(({ late }) => late > 0);
