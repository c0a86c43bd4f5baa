import { daysAfter, daysBetween } from '../../../model/calendar-days.ts';
import { daysOverdue, isClosing, recordsUntil, stateOn } from './concern-states.ts';
import type { State } from './concern-states.ts';
import type { Row } from '../row.ts';

/** A record that closed a concern. The concern may have been reopened since. */
export interface Answer {
  day: string;
  /** Days from receipt to this answer. */
  days: number;
  /** Days after the deadline first set for the round. 0 if it was on time. */
  late: number;
}

export interface Course {
  state: State;
  answers: Answer[];
  /** How often it was reopened. */
  reopened: number;
  /** Days from receipt to the last answer, or to the given day while the concern is open. */
  total: number;
  /** The last record closed it. */
  closed: boolean;
  /** Days past the current deadline, while it is open. */
  overdue: number;
}

/**
 * Rule: the history of a concern up to a day. List, page, statistics, figures, feeds and the API all take their numbers
 * from here, so none of them counts a quick answer that did not last as a success. Extending a deadline does not make a
 * late answer punctual. A reopened concern gets as many days as at first.
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

/** Rule: any of its answers came after the deadline of its round, even if a later one was quick. */
export const wasAnsweredLate = (concern: Row<'concerns'>, day: string): boolean =>
  courseOf(concern, day).answers.some(({ late }) => late > 0);
