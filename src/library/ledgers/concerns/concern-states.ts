import { closedStates, concernStates } from '../../../model/vocabulary/concern-states.ts';
import type { ConcernState } from '../../../model/vocabulary/concern-states.ts';
import { daysAfter, daysBetween } from '../../../model/calendar-days.ts';
import type { Part, Row } from '../row.ts';

type Concern = Row<'concerns'>;

/** `received` has no record: no unit has accepted the concern yet. */
export const stateWords = { received: '待受理', ...concernStates } as const;
export type State = ConcernState | 'received';

/** The records up to and including a day. */
export const recordsUntil = ({ data }: Concern, day: string): Part<'concerns', 'log'>[] =>
  (data.log ?? []).filter((record) => record.day <= day);

export const isClosing = (state: State): boolean => (closedStates as readonly State[]).includes(state);

/** Rule: the state of the last record up to a day, so old minutes still show the state of their time. */
export const stateOn = (concern: Concern, day: string): State =>
  recordsUntil(concern, day).at(-1)?.state ?? 'received';

export const isClosedOn = (concern: Concern, day: string): boolean => isClosing(stateOn(concern, day));

/** The unit of the last record. A concern passed to an outside body stays with the unit that follows it up. */
export const handlerOn = (concern: Concern, day: string): string | undefined =>
  recordsUntil(concern, day).at(-1)?.org;

/**
 * Rule: the deadline as set; after reopening, as many days as were set at first, counted from the day of reopening.
 * Otherwise a concern with one bad answer could stay open forever and never be late. Either deadline may have been
 * extended by then.
 */
export function dueOn(concern: Concern, day: string): string {
  const { received, due } = concern.data;
  const records = recordsUntil(concern, day);
  const again = records.findLastIndex(({ state }) => state === 'reopened');
  const putOff = records.slice(Math.max(again, 0)).findLast(({ until }) => until !== undefined)?.until;
  const reopened = records[again];
  return putOff ?? (reopened ? daysAfter(reopened.day, daysBetween(received, due)) : due);
}

/** Rule: days past the deadline of that day; 0 while it is closed. */
export const daysOverdue = (concern: Concern, day: string): number =>
  isClosedOn(concern, day) ? 0 : Math.max(0, daysBetween(dueOn(concern, day), day));

/** Rule: newest number first, because people have the number on their slip of paper. */
export const byNumber = <C extends Concern>(concerns: readonly C[]): C[] =>
  concerns.toSorted((a, b) => b.data.number.localeCompare(a.data.number, 'en', { numeric: true }));
