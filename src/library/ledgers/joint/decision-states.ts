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
  /** The decision of a later meeting that continues this one. */
  continuedBy?: Decision;
  /** The first due day of the whole chain, if this decision continues others. */
  firstDue?: string;
}

type DecisionFacts = Pick<Decision, 'closed' | 'result' | 'due' | 'continuedBy'>;

/**
 * All decisions, in the order of the meetings given, each with the decision that continues it. Needs all meetings,
 * because later minutes say which decisions they continue.
 */
export const decisionsOf = (meetings: readonly Meeting[]): readonly Decision[] => minutesOf(meetings).all;

interface Minutes {
  all: readonly Decision[];
  byMeeting: ReadonlyMap<string, readonly Decision[]>;
}

/** Every meeting page asks with the same list, so the list is processed once. */
const minutesCache = new WeakMap<readonly Meeting[], Minutes>();

function minutesOf(meetings: readonly Meeting[]): Minutes {
  const kept = minutesCache.get(meetings);
  if (kept) return kept;
  const all = linked(meetings);
  const minutes = { all, byMeeting: Map.groupBy(all, ({ meeting }) => meeting.slug) };
  minutesCache.set(meetings, minutes);
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
  // In order of date, so the first due day of a chain is known before the next decision needs it.
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

/** The decisions of one meeting, each with the later decision that continues it. */
export const decisionsIn = (
  meeting: Pick<Meeting, 'slug'>,
  meetings: readonly Meeting[],
): readonly Decision[] => minutesOf(meetings).byMeeting.get(meeting.slug) ?? [];

/**
 * Rule: a decision counts until the day a later meeting continues it. From then on only the later one counts, in
 * every list and number. The earlier one is kept as decided and links to the later one.
 */
export const isCurrentOn = ({ continuedBy }: Pick<Decision, 'continuedBy'>, day: string): boolean =>
  continuedBy === undefined || continuedBy.meeting.data.date > day;

/** Rule: closed as its result says; open until then, overdue from the day after its due day. */
export function decisionState(decision: DecisionFacts, today: string): DecisionState {
  const { closed, result, due } = decision;
  if (!isCurrentOn(decision, today)) return 'continued';
  if (closed !== undefined) return result ?? 'done';
  return due < today ? 'overdue' : 'open';
}

/** Days past the due day: until today while open, else until it was closed or continued. Never negative. */
export function daysLate(decision: DecisionFacts, today: string): number {
  const { closed, due, continuedBy } = decision;
  const over = closed ?? (isCurrentOn(decision, today) ? today : continuedBy?.meeting.data.date);
  return Math.max(0, daysBetween(due, over ?? today));
}

/** Rule: not closed or continued before the day. What the meeting of that day continues was still open. */
const wasOpen = ({ closed, continuedBy }: Decision, day: string): boolean =>
  (closed === undefined || closed >= day) &&
  (continuedBy === undefined || continuedBy.meeting.data.date >= day);

/** Rule: a meeting follows up earlier ones of its kind and convener; a joint meeting also committees and councils. */
const followsUp = ({ data: { kind, date, convener } }: Meeting, { data }: Meeting): boolean =>
  data.date < date &&
  ((data.kind === kind && data.convener === convener) ||
    (kind === 'joint' && ['committee', 'council'].includes(data.kind)));

/**
 * Rule: decisions of the meetings it follows up that were not closed before its day. A joint meeting also takes those
 * of committees and councils, because all units attend it. The most overdue come first, as the rules of procedure
 * require. The list is computed, so nobody has to copy it.
 */
export const carriedOver = (meeting: Meeting, meetings: readonly Meeting[]): Decision[] =>
  decisionsOf(meetings)
    .filter((decision) => followsUp(meeting, decision.meeting) && wasOpen(decision, meeting.data.date))
    .sort((a, b) => a.due.localeCompare(b.due));

/** Rule: every decision that is not closed or continued, most overdue first. */
export const openDecisions = (meetings: readonly Meeting[], today: string): Decision[] =>
  decisionsOf(meetings)
    .filter((decision) => ['open', 'overdue'].includes(decisionState(decision, today)))
    .sort((a, b) => a.due.localeCompare(b.due));

const isSameKind = (a: Meeting, b: Meeting): boolean =>
  a.data.kind === b.data.kind && a.data.convener === b.data.convener;

/** Rule: the meetings of the same kind and convener before and after this one, by date. */
export function neighbouringMeetings<M extends Meeting>(
  meeting: M,
  meetings: readonly M[],
): { before: M | undefined; after: M | undefined } {
  const sameKind = meetings
    .filter((each) => isSameKind(each, meeting))
    .toSorted((a, b) => a.data.date.localeCompare(b.data.date));
  const at = sameKind.findIndex(({ slug, data }) => slug === meeting.slug && data.date === meeting.data.date);
  return { before: at < 1 ? undefined : sameKind[at - 1], after: at < 0 ? undefined : sameKind[at + 1] };
}

/** Rule: the later meetings that found a decision still open, earliest first. */
export const carriedInto = <M extends Meeting>(decision: Decision, meetings: readonly M[]): M[] =>
  meetings
    .filter((meeting) => followsUp(meeting, decision.meeting) && wasOpen(decision, meeting.data.date))
    .toSorted((a, b) => a.data.date.localeCompare(b.data.date));
