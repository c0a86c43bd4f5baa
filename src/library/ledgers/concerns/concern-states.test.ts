import { expect, test } from 'vitest';
import { daysAfter, daysBetween } from '../../../model/calendar-days.ts';
import { courseOf, wasAnsweredLate } from './concern-course.ts';
import { quartersWithConcerns, statisticsOf } from './concern-statistics.ts';
import { byNumber, daysOverdue, dueOn, handlerOn, stateOn } from './concern-states.ts';
import type { Row } from '../row.ts';

type Concern = Row<'concerns'>;
type Log = NonNullable<Concern['data']['log']>;

const concern = (
  number: string,
  received: string,
  log: Log = [],
  more: Partial<Concern['data']> = {},
): Concern => ({
  slug: number,
  address: `/concerns/2026/${number}/`,
  data: {
    title: '路灯',
    slug: number,
    number,
    received,
    channel: 'phone',
    category: 'facilities',
    area: '北片',
    text: '不亮。',
    due: daysAfter(received, 18),
    log,
    ...more,
  },
});
const did = (day: string, state: Log[number]['state'], org = 'shequ'): Log[number] => ({ day, state, org });

const reopened = concern('2026-001', '2026-03-02', [
  did('2026-03-02', 'accepted'),
  did('2026-03-04', 'transferred', 'houqin'),
  did('2026-03-10', 'partly', 'houqin'),
  did('2026-03-16', 'reopened'),
  did('2026-04-20', 'solved', 'houqin'),
]);

test('gives the state of that day, ignoring later records', () => {
  expect(stateOn(reopened, '2026-03-01')).toBe('received');
  expect(stateOn(reopened, '2026-03-04')).toBe('transferred');
  expect(handlerOn(reopened, '2026-03-05')).toBe('houqin');
  expect(stateOn(reopened, '2026-03-31')).toBe('reopened');
  expect(stateOn(reopened, '2026-12-31')).toBe('solved');
});

test('counts the first answer for speed, and counts the reopening as well', () => {
  expect(courseOf(reopened, '2026-12-31').answers[0]?.days).toBe(8);
  expect(courseOf(reopened, '2026-03-09').answers[0]?.days).toBeUndefined();
  expect(courseOf(reopened, '2026-12-31').reopened).toBe(1);
  expect(courseOf(reopened, '2026-12-31').answers[0]?.late).toBe(0);
});

test('uses an extended deadline from that day on, without making a late answer punctual', () => {
  const later = concern('2026-003', '2026-03-05', [
    did('2026-03-05', 'accepted'),
    { ...did('2026-03-20', 'working'), answer: '等配件。', until: '2026-04-30' },
    did('2026-04-20', 'solved'),
    did('2026-05-10', 'reopened'),
  ]);
  const { due } = later.data;
  expect(dueOn(later, '2026-03-19')).toBe(due);
  expect(dueOn(later, '2026-03-20')).toBe('2026-04-30');
  expect(daysOverdue(later, '2026-04-19')).toBe(0);
  expect(courseOf(later, '2026-12-31').answers[0]?.late).toBe(28);
  // After reopening, the original number of days counts, not the extension.
  expect(dueOn(later, '2026-05-10')).toBe(daysAfter('2026-05-10', daysBetween('2026-03-05', due)));
});

test('is overdue from the day after the deadline until there is an answer', () => {
  const late = concern('2026-002', '2026-03-05', [
    did('2026-03-05', 'accepted'),
    did('2026-03-25', 'refused'),
  ]);
  expect(daysOverdue(late, '2026-03-23')).toBe(0);
  expect(daysOverdue(late, '2026-03-24')).toBe(1);
  expect(daysOverdue(late, '2026-03-25')).toBe(0);
  expect(courseOf(late, '2026-12-31').answers[0]?.late).toBe(2);
});

test('gives a reopened concern as many days as at first', () => {
  expect(daysOverdue(reopened, '2026-04-03')).toBe(0);
  expect(daysOverdue(reopened, '2026-04-10')).toBe(7);
  expect(daysOverdue(reopened, '2026-04-20')).toBe(0);
});

const all = [
  reopened,
  concern('2026-002', '2026-03-05', [did('2026-03-05', 'accepted'), did('2026-03-25', 'refused')], {
    category: 'canteen',
  }),
  concern('2026-003', '2026-03-31', [], { channel: 'box' }),
  concern('2026-010', '2026-04-01', [did('2026-04-01', 'accepted')]),
];

test('keeps the statistics of a period as of its last day', () => {
  expect(statisticsOf(all, '2026-01-01', '2026-03-31')).toEqual({
    from: '2026-01-01',
    until: '2026-03-31',
    total: 3,
    byCategory: [
      { key: 'facilities', label: '公共设施', count: 2 },
      { key: 'canteen', label: '食堂用餐', count: 1 },
    ],
    byChannel: [
      { key: 'phone', label: '电话', count: 2 },
      { key: 'box', label: '意见箱', count: 1 },
    ],
    byState: [
      { key: 'received', label: '待受理', count: 1 },
      { key: 'refused', label: '不能办理', count: 1 },
      { key: 'reopened', label: '重新办理', count: 1 },
    ],
    answered: 2,
    inTime: 1,
    overdue: 0,
    late: 1,
    reopened: 1,
    longestLate: 2,
    longestAgain: 29,
    medianDays: 14,
    longestDays: 20,
  });
  const later = statisticsOf(all, '2026-01-01', '2026-03-31', '2026-04-30');
  expect(later.byState.map(({ key }) => key)).toEqual(['received', 'solved', 'refused']);
  expect(later.overdue).toBe(1);
});

test('gives an empty period counts but no median', () => {
  expect(statisticsOf(all, '2025-01-01', '2025-12-31')).toMatchObject({ total: 0, byState: [], answered: 0 });
  expect(statisticsOf(all, '2025-01-01', '2025-12-31').medianDays).toBeUndefined();
});

test('lists the quarters in which a concern was received', () => {
  expect(quartersWithConcerns(all)).toEqual([
    { from: '2026-04-01', until: '2026-06-30', label: '2026 年第 2 季度' },
    { from: '2026-01-01', until: '2026-03-31', label: '2026 年第 1 季度' },
  ]);
  expect(byNumber(all).map(({ slug }) => slug)[0]).toBe('2026-010');
});

test('gives every round its own deadline and keeps all answers', () => {
  const lamp = concern('2025-008', '2025-06-03', [
    did('2025-06-03', 'accepted'),
    did('2025-06-12', 'solved'),
    did('2025-09-09', 'reopened'),
    did('2025-10-14', 'solved'),
    did('2025-11-20', 'reopened'),
    did('2025-12-08', 'partly'),
  ]);
  expect(courseOf(lamp, '2026-11-28')).toEqual({
    state: 'partly',
    closed: true,
    overdue: 0,
    reopened: 2,
    total: 188,
    answers: [
      { day: '2025-06-12', days: 9, late: 0 },
      { day: '2025-10-14', days: 133, late: 17 },
      // The last day of the round is still on time.
      { day: '2025-12-08', days: 188, late: 0 },
    ],
  });
  expect(wasAnsweredLate(lamp, '2025-10-13')).toBe(false);
  expect(wasAnsweredLate(lamp, '2025-10-14')).toBe(true);
  // The days keep counting while it is open.
  expect(courseOf(lamp, '2025-11-30')).toMatchObject({ closed: false, total: 180, reopened: 2 });
});

test('never gives negative days, not even before the day of receipt', () => {
  const fresh = concern('2026-020', '2026-05-01');
  expect(courseOf(fresh, '2026-04-30')).toMatchObject({ total: 0, answers: [], overdue: 0, closed: false });
  expect(courseOf(fresh, '2026-05-20')).toMatchObject({ total: 19, overdue: 1 });
});
