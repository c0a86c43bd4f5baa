import { expect, test } from 'vitest';
import {
  carriedInto,
  carriedOver,
  daysLate,
  decisionsIn,
  decisionsOf,
  decisionState,
  neighbouringMeetings,
  openDecisions,
  isCurrentOn,
} from './decision-states.ts';
import type { Row } from '../row.ts';

type Meeting = Row<'meetings'>;
type Decision = NonNullable<Meeting['data']['decisions']>[number];

const decision = (number: number, due: string, more: Partial<Decision> = {}): Decision => ({
  number,
  text: `第 ${String(number)} 件事`,
  owner: 'houqin',
  due,
  ...more,
});
const meeting = (date: string, decisions: Decision[], more: Partial<Meeting['data']> = {}): Meeting => ({
  slug: date,
  address: `/meetings/2026/${date}/`,
  data: {
    title: '联席会议',
    slug: date,
    kind: 'joint',
    date,
    place: '二楼',
    summary: '议事。',
    convener: 'dadangwei',
    present: ['houqin'],
    decisions,
    ...more,
  },
});

const march = meeting('2026-03-18', [
  decision(1, '2026-06-30'),
  decision(2, '2026-05-31'),
  decision(3, '2026-04-30', { closed: '2026-04-20', result: 'done' }),
  decision(4, '2026-04-30', { closed: '2026-06-20', result: 'dropped' }),
]);
const other = meeting('2026-04-01', [decision(1, '2026-04-30')], { kind: 'analysis' });
const june = meeting('2026-06-17', [decision(1, '2026-09-30')]);

test('is overdue from the day after the due day until it is closed', () => {
  expect(decisionState(decision(1, '2026-06-30'), '2026-06-30')).toBe('open');
  expect(decisionState(decision(1, '2026-06-30'), '2026-07-01')).toBe('overdue');
  const closed = decision(1, '2026-06-30', { closed: '2026-07-03', result: 'done' });
  expect(decisionState(closed, '2027-01-01')).toBe('done');
  expect(daysLate(closed, '2027-01-01')).toBe(3);
});

test('carries open decisions over to the next meeting of the same kind, most overdue first', () => {
  const carried = carriedOver(june, [june, other, march]);
  expect(carried.map(({ address }) => address)).toEqual([
    '/meetings/2026/2026-03-18/#decisions-4',
    '/meetings/2026/2026-03-18/#decisions-2',
    '/meetings/2026/2026-03-18/#decisions-1',
  ]);
});

test('carries open decisions of councils over to a joint meeting, but not to an analysis', () => {
  const council = meeting('2026-06-10', [decision(1, '2026-06-20')], { kind: 'council', convener: 'shequ' });
  expect(carriedOver(june, [june, council]).map(({ due }) => due)).toEqual(['2026-06-20']);
  const analysis = meeting('2026-06-24', [], { kind: 'analysis' });
  expect(carriedOver(analysis, [analysis, council])).toEqual([]);
});

test('collects the open decisions of all meetings', () => {
  expect(openDecisions([march, other, june], '2026-12-31').map(({ due }) => due)).toEqual([
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-09-30',
  ]);
  expect(decisionsOf([meeting('2026-01-01', [])])).toEqual([]);
});

test('lists only the later meetings of the same kind that found a decision open', () => {
  const september = meeting('2026-09-16', []);
  const [first, second, third, fourth] = decisionsOf([march]);
  const into = (one: typeof first): string[] =>
    one ? carriedInto(one, [september, other, june, march]).map(({ data }) => data.date) : [];
  expect(into(first)).toEqual(['2026-06-17', '2026-09-16']);
  expect(into(second)).toEqual(['2026-06-17', '2026-09-16']);
  expect(into(third)).toEqual([]);
  expect(into(fourth)).toEqual(['2026-06-17']);
});

test('finds the neighbouring meetings of the same kind and convener', () => {
  expect(neighbouringMeetings(june, [june, other, march])).toEqual({ before: march, after: undefined });
  expect(neighbouringMeetings(march, [june, other, march])).toEqual({ before: undefined, after: june });
  expect(neighbouringMeetings(other, [june, other, march])).toEqual({ before: undefined, after: undefined });
});

const first = meeting('2025-04-16', [decision(3, '2025-12-31'), decision(4, '2025-10-31')]);
const second = meeting('2026-03-18', [
  decision(2, '2026-06-30', { continues: [{ meeting: '2025-04-16', number: 3 }] }),
]);
const third = meeting('2026-07-08', [
  decision(1, '2026-10-31', { continues: [{ meeting: '2026-03-18', number: 2 }] }),
]);
const chain = [third, second, first];

test('counts only the last decision of a chain', () => {
  const states = (day: string): string[] =>
    decisionsOf(chain).map((each) => `${each.due} ${decisionState(each, day)}`);
  expect(states('2026-11-28')).toEqual([
    '2026-10-31 overdue',
    '2026-06-30 continued',
    '2025-12-31 continued',
    '2025-10-31 overdue',
  ]);
  expect(openDecisions(chain, '2026-11-28').map(({ due }) => due)).toEqual(['2025-10-31', '2026-10-31']);
  // The first due day is passed along the whole chain, in any order of the minutes.
  const last = (meetings: Meeting[]): string | undefined => decisionsIn(third, meetings)[0]?.firstDue;
  expect([last(chain), last([...chain].reverse())]).toEqual(['2025-12-31', '2025-12-31']);
  expect(decisionsIn(first, chain).map(({ firstDue }) => firstDue)).toEqual([undefined, undefined]);
});

test('counts the earlier decision, and its delay, until the day of the later meeting', () => {
  const [earlier] = decisionsIn(second, chain);
  if (!earlier) throw new Error('The meeting decided one thing.');
  expect(isCurrentOn(earlier, '2026-07-07')).toBe(true);
  expect(isCurrentOn(earlier, '2026-07-08')).toBe(false);
  expect(decisionState(earlier, '2026-07-07')).toBe('overdue');
  expect(daysLate(earlier, '2026-07-07')).toBe(7);
  expect(daysLate(earlier, '2026-11-28')).toBe(8);
});

test('carries a decision over to the meeting that continues it, and to no later one', () => {
  const fourth = meeting('2026-09-23', []);
  const all = [fourth, ...chain];
  expect(carriedOver(second, all).map(({ due }) => due)).toEqual(['2025-10-31', '2025-12-31']);
  expect(carriedOver(third, all).map(({ due }) => due)).toEqual(['2025-10-31', '2026-06-30']);
  expect(carriedOver(fourth, all).map(({ due }) => due)).toEqual(['2025-10-31', '2026-10-31']);
  const [ramp] = decisionsIn(first, all);
  expect(ramp && carriedInto(ramp, all).map(({ slug }) => slug)).toEqual(['2026-03-18']);
});

test('keeps a dropped decision dropped until it is continued, and ends a chain that is dropped', () => {
  const dropped = meeting('2025-12-03', [
    decision(1, '2025-12-31', { closed: '2026-03-01', result: 'dropped' }),
  ]);
  const again = meeting('2026-03-18', [
    decision(5, '2026-05-31', { continues: [{ meeting: '2025-12-03', number: 1 }] }),
  ]);
  const [given] = decisionsIn(dropped, [dropped, again]);
  expect(given && decisionState(given, '2026-03-10')).toBe('dropped');
  expect(given && decisionState(given, '2026-03-18')).toBe('continued');
  const end = meeting('2026-03-18', [
    decision(5, '2026-05-31', {
      closed: '2026-04-01',
      result: 'dropped',
      continues: [{ meeting: '2025-04-16', number: 3 }],
    }),
  ]);
  expect(openDecisions([first, end], '2026-11-28').map(({ due }) => due)).toEqual(['2025-10-31']);
});

test('processes the minutes once for many calls', () => {
  let read = 0;
  const all = Array.from({ length: 40 }, (_, at) => {
    const one = meeting(`2026-01-${String(at + 1).padStart(2, '0')}`, [decision(1, '2026-03-01')]);
    return {
      ...one,
      get data() {
        read++;
        return one.data;
      },
    };
  });
  for (const each of all) expect(decisionsIn(each, all)).toHaveLength(1);
  const once = read;
  for (const each of all) decisionsIn(each, all);
  expect(read).toBe(once);
  // Once to read and once to sort, not once per call.
  expect(once).toBeLessThan(40 * 20);
});

test('lets the earlier of two decisions continue one; the checker rejects the other', () => {
  const early = meeting('2026-01-07', [decision(1, '2026-02-01')]);
  const takesIt = (day: string) =>
    meeting(day, [decision(1, '2026-09-01', { continues: [{ meeting: '2026-01-07', number: 1 }] })]);
  const all = [takesIt('2026-05-13'), takesIt('2026-03-18'), early];
  expect(decisionsIn(early, all)[0]?.continuedBy?.meeting.slug).toBe('2026-03-18');
});
