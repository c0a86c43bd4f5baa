import { partAnchor } from '../../model/addresses.ts';
import { daysBetween } from '../../model/days.ts';
import type { Part, Row } from './row.ts';

type Meeting = Row<'meetings'>;

export const decisionStates = { open: '办理中', overdue: '已逾期', done: '办成', dropped: '不再办' } as const;
export type DecisionState = keyof typeof decisionStates;

export interface Decision extends Part<'meetings', 'decisions'> {
  meeting: Meeting;
  /** Its place in the minutes: `/meetings/2026/0318-lianxi/#decisions-2`. */
  address: string;
}

/** All decisions, meeting by meeting as given, in their order. */
export const decisionsOf = (meetings: readonly Meeting[]): Decision[] =>
  meetings.flatMap((meeting) =>
    (meeting.data.decisions ?? []).map((decision) => ({
      ...decision,
      meeting,
      address: `${meeting.address}#${partAnchor('decisions', decision.number)}`,
    })),
  );

/** Rule: closed as its result says; open until then, overdue from the day after its due day. */
export function decisionState(
  { closed, result, due }: Part<'meetings', 'decisions'>,
  today: string,
): DecisionState {
  if (closed !== undefined) return result ?? 'done';
  return due < today ? 'overdue' : 'open';
}

/** Days past the due day: until today while open, until the day it was closed. Never negative. */
export const daysLate = ({ closed, due }: Part<'meetings', 'decisions'>, today: string): number =>
  Math.max(0, daysBetween(due, closed ?? today));

/**
 * Rule: what earlier meetings of the same kind and convener decided and what was not closed before this meeting's
 * day; a joint meeting also takes what meetings on the spot and deliberations left open, for it is where all units sit.
 * Overdue ones come first, for the rules of procedure begin with them; nobody copies the list.
 */
export function carriedOver(meeting: Meeting, meetings: readonly Meeting[]): Decision[] {
  const { date, kind } = meeting.data;
  const earlier = meetings.filter(
    (each) =>
      each.data.date < date &&
      (isSameRow(each, meeting) || (kind === 'joint' && ['committee', 'council'].includes(each.data.kind))),
  );
  return decisionsOf(earlier)
    .filter(({ closed }) => closed === undefined || closed >= date)
    .sort((a, b) => a.due.localeCompare(b.due));
}

/** Rule: every decision not closed today, most overdue first: the first item of whatever meeting comes next. */
export const openDecisions = (meetings: readonly Meeting[]): Decision[] =>
  decisionsOf(meetings)
    .filter(({ closed }) => closed === undefined)
    .sort((a, b) => a.due.localeCompare(b.due));

const isSameRow = (a: Meeting, b: Meeting): boolean =>
  a.data.kind === b.data.kind && a.data.convener === b.data.convener;

/** Rule: the meetings of the same kind and convener before and after this one, by their days. */
export function inItsRow<M extends Meeting>(
  meeting: M,
  meetings: readonly M[],
): { before: M | undefined; after: M | undefined } {
  const row = meetings
    .filter((each) => isSameRow(each, meeting))
    .toSorted((a, b) => a.data.date.localeCompare(b.data.date));
  const at = row.findIndex(({ slug, data }) => slug === meeting.slug && data.date === meeting.data.date);
  return { before: at < 1 ? undefined : row[at - 1], after: at < 0 ? undefined : row[at + 1] };
}

/** Rule: the later meetings that found a decision still open, first one first. */
export const carriedInto = <M extends Meeting>(decision: Decision, meetings: readonly M[]): M[] =>
  meetings
    .filter((meeting) =>
      carriedOver(meeting, [decision.meeting]).some(({ number }) => number === decision.number),
    )
    .toSorted((a, b) => a.data.date.localeCompare(b.data.date));
