import { closedStates, concernStates } from '../../../model/vocabulary/concern-states.ts';
import type { ConcernState } from '../../../model/vocabulary/concern-states.ts';
import { daysAfter, daysBetween } from '../../../model/calendar-days.ts';
import type { Part, Row } from '../row.ts';

type Concern = Row<'concerns'>;

/** `received` has no record: it lies there and nobody has taken it. */
export const stateWords = { received: '待受理', ...concernStates } as const;
export type State = ConcernState | 'received';

/** The records made up to a day, that day included. */
export const recordsUntil = ({ data }: Concern, day: string): Part<'concerns', 'log'>[] =>
  (data.log ?? []).filter((record) => record.day <= day);

export const isClosing = (state: State): boolean => (closedStates as readonly State[]).includes(state);

/** Rule: the state of the last record up to a day. Minutes of a month ago thus still show that month's state. */
export const stateOn = (concern: Concern, day: string): State =>
  recordsUntil(concern, day).at(-1)?.state ?? 'received';

export const isClosedOn = (concern: Concern, day: string): boolean => isClosing(stateOn(concern, day));

/** Who has it now: the unit of the last record. What went to somebody outside stays with the unit that asks after it. */
export const handlerOn = (concern: Concern, day: string): string | undefined =>
  recordsUntil(concern, day).at(-1)?.org;

/**
 * Rule: the time limit as given; once it was opened again, as many days as were given at first, counted from that
 * day. Otherwise what was answered badly once could lie for ever and never be late. Whichever it is, it may have been
 * put off by that day.
 */
export function dueOn(concern: Concern, day: string): string {
  const { received, due } = concern.data;
  const records = recordsUntil(concern, day);
  const again = records.findLastIndex(({ state }) => state === 'reopened');
  const putOff = records.slice(Math.max(again, 0)).findLast(({ until }) => until !== undefined)?.until;
  const reopened = records[again];
  return putOff ?? (reopened ? daysAfter(reopened.day, daysBetween(received, due)) : due);
}

/** Rule: days past the limit that counts on that day; 0 while it is closed. */
export const daysOverdue = (concern: Concern, day: string): number =>
  isClosedOn(concern, day) ? 0 : Math.max(0, daysBetween(dueOn(concern, day), day));

/** Rule: newest number first: the number is what people hold on their slip of paper. */
export const byNumber = <C extends Concern>(concerns: readonly C[]): C[] =>
  concerns.toSorted((a, b) => b.data.number.localeCompare(a.data.number, 'en', { numeric: true }));
