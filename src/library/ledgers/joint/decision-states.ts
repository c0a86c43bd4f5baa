import { partAnchor } from '../../../model/addresses/entry-addresses.ts';
import { daysBetween } from '../../../model/calendar-days.ts';
import type { Part, Row } from '../row.ts';

type Meeting = Row<'meetings'>;

export const decisionStates = {
  open: '办理中',
  overdue: '已逾期',
  done: '办成',
  dropped: '不再办',
  continued: '已接续',
} as const;
export type DecisionState = keyof typeof decisionStates;

export interface Decision extends Part<'meetings', 'decisions'> {
  meeting: Meeting;
  /** Its place in the minutes: `/meetings/2026/0318-lianxi/#decisions-2`. */
  address: string;
  /** The decision of a later meeting that says it takes this one's place. */
  continuedBy?: Decision;
  /** The day first promised, where it takes the place of others: the earliest of the whole chain. */
  firstDue?: string;
}

type Told = Pick<Decision, 'closed' | 'result' | 'due' | 'continuedBy'>;

/**
 * All decisions, meeting by meeting as given, in their order, each with the one that took its place. Give every
 * meeting there is: what takes a decision's place is written in later minutes.
 */
export const decisionsOf = (meetings: readonly Meeting[]): readonly Decision[] => minutesOf(meetings).all;

interface Minutes {
  all: readonly Decision[];
  byMeeting: ReadonlyMap<string, readonly Decision[]>;
}

/** Every page of a meeting asks again, with the same list of all: it is gone through once. */
const known = new WeakMap<readonly Meeting[], Minutes>();

function minutesOf(meetings: readonly Meeting[]): Minutes {
  const kept = known.get(meetings);
  if (kept) return kept;
  const all = linked(meetings);
  const minutes = { all, byMeeting: Map.groupBy(all, ({ meeting }) => meeting.slug) };
  known.set(meetings, minutes);
  return minutes;
}

function linked(meetings: readonly Meeting[]): Decision[] {
  const all = meetings.flatMap((meeting) =>
    (meeting.data.decisions ?? []).map((decision): Decision => ({
      ...decision,
      meeting,
      address: `${meeting.address}#${partAnchor('decisions', decision.number)}`,
    })),
  );
  const byPlace = new Map(all.map((decision) => [keyOf(decision.meeting.slug, decision.number), decision]));
  // Meeting by meeting, so that a chain knows its first day before the next link asks for it.
  for (const later of all.toSorted((a, b) => a.meeting.data.date.localeCompare(b.meeting.data.date))) {
    for (const { meeting, number } of later.continues ?? []) {
      const earlier = byPlace.get(keyOf(meeting, number));
      if (!earlier) continue;
      earlier.continuedBy ??= later;
      const due = earlier.firstDue ?? earlier.due;
      if (due < (later.firstDue ?? later.due)) later.firstDue = due;
    }
  }
  return all;
}

const keyOf = (meeting: string, number: number): string => `${meeting} ${String(number)}`;

/** The decisions of one meeting, told with what later ones made of them. */
export const decisionsIn = (
  meeting: Pick<Meeting, 'slug'>,
  meetings: readonly Meeting[],
): readonly Decision[] => minutesOf(meetings).byMeeting.get(meeting.slug) ?? [];

/**
 * Rule: a decision stands until the day a later meeting takes it over. From then on only the later one counts, in
 * every list and every number; the earlier one is kept as it was decided, and says where it went.
 */
export const standsOn = ({ continuedBy }: Pick<Decision, 'continuedBy'>, day: string): boolean =>
  continuedBy === undefined || continuedBy.meeting.data.date > day;

/** Rule: closed as its result says; open until then, overdue from the day after its due day. */
export function decisionState(decision: Told, today: string): DecisionState {
  const { closed, result, due } = decision;
  if (!standsOn(decision, today)) return 'continued';
  if (closed !== undefined) return result ?? 'done';
  return due < today ? 'overdue' : 'open';
}

/** Days past the due day: until today while open, until the day it was closed or taken over. Never negative. */
export function daysLate(decision: Told, today: string): number {
  const { closed, due, continuedBy } = decision;
  const over = closed ?? (standsOn(decision, today) ? today : continuedBy?.meeting.data.date);
  return Math.max(0, daysBetween(due, over ?? today));
}

/** Rule: nobody had closed it or taken it over before the day; what that day's own meeting takes over was still open. */
const wasOpen = ({ closed, continuedBy }: Decision, day: string): boolean =>
  (closed === undefined || closed >= day) &&
  (continuedBy === undefined || continuedBy.meeting.data.date >= day);

/** Rule: which earlier meetings a meeting takes up: those of its row, and for a joint one those on the spot as well. */
const takesUp = ({ data: { kind, date, convener } }: Meeting, { data }: Meeting): boolean =>
  data.date < date &&
  ((data.kind === kind && data.convener === convener) ||
    (kind === 'joint' && ['committee', 'council'].includes(data.kind)));

/**
 * Rule: what earlier meetings of the same kind and convener decided and what was not closed before this meeting's
 * day; a joint meeting also takes what meetings on the spot and deliberations left open, for it is where all units sit.
 * Overdue ones come first, for the rules of procedure begin with them; nobody copies the list.
 */
export const carriedOver = (meeting: Meeting, meetings: readonly Meeting[]): Decision[] =>
  decisionsOf(meetings)
    .filter((decision) => takesUp(meeting, decision.meeting) && wasOpen(decision, meeting.data.date))
    .sort((a, b) => a.due.localeCompare(b.due));

/** Rule: every decision that stands and is not closed, most overdue first: the first item of whatever meeting comes next. */
export const openDecisions = (meetings: readonly Meeting[], today: string): Decision[] =>
  decisionsOf(meetings)
    .filter((decision) => ['open', 'overdue'].includes(decisionState(decision, today)))
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
    .filter((meeting) => takesUp(meeting, decision.meeting) && wasOpen(decision, meeting.data.date))
    .toSorted((a, b) => a.data.date.localeCompare(b.data.date));
