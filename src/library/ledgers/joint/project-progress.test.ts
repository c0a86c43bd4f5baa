import { expect, test } from 'vitest';
import { inOrderOfUrgency, progressOf, roundsOf, tallyOf } from './project-progress.ts';
import type { Row } from '../row.ts';

type Project = Row<'projects'>;
type Records = NonNullable<Project['data']['records']>;

const project = (data: Partial<Project['data']> = {}, slug = 'podao'): Project => ({
  slug,
  address: `/projects/${slug}/`,
  data: {
    title: '坡道',
    slug,
    summary: '修坡道。',
    goal: '轮椅能上下。',
    lead: 'houqin',
    start: '2026-03-01',
    due: '2026-05-31',
    ...data,
  },
});
const record = (round: number, stage: Records[number]['stage'], day: string): Records[number] => ({
  round,
  stage,
  day,
  text: '做了。',
  evidence: '/activities/2026/x/',
});
const records = [
  record(1, 'plan', '2026-03-02'),
  record(1, 'do', '2026-04-01'),
  record(1, 'do', '2026-04-20'),
];

test('takes the stage from the last record, and is overdue the day after the deadline', () => {
  const open = project({ records });
  expect(progressOf(open, '2026-05-31')).toMatchObject({
    state: 'running',
    round: 1,
    stage: 'do',
    daysOver: 0,
  });
  expect(progressOf(open, '2026-06-01')).toMatchObject({ state: 'overdue', stage: 'do', daysOver: 1 });
});

test('is not started without a record, and can still be overdue', () => {
  expect(progressOf(project(), '2026-04-01')).toMatchObject({ state: 'waiting', daysOver: 0 });
  expect(progressOf(project(), '2026-06-10')).toMatchObject({ state: 'overdue', daysOver: 10 });
});

test('takes the deadline from the last extension', () => {
  const extended = project({
    extensions: [
      { day: '2026-05-20', until: '2026-06-30', reason: '雨季' },
      { day: '2026-06-20', until: '2026-07-31', reason: '缺砖' },
    ],
  });
  expect(progressOf(extended, '2026-08-02')).toMatchObject({ due: '2026-07-31', daysOver: 2, extensions: 2 });
});

test('takes the state of an ended project from its outcome and keeps its delay', () => {
  const late = project({ records, ended: '2026-06-10', outcome: 'done' });
  expect(progressOf(late, '2027-01-01')).toMatchObject({ state: 'done', daysOver: 10 });
});

test('shows all four stages of a round, the missing ones empty', () => {
  expect(
    roundsOf(project({ records })).map(({ round, stages }) => [
      round,
      stages.map((stage) => stage.records.length),
    ]),
  ).toEqual([[1, [1, 2, 0, 0]]]);
});

test('counts only done projects as completed', () => {
  const all = [
    project({ ended: '2026-05-01', outcome: 'done' }, 'a'),
    project({ ended: '2026-05-01', outcome: 'partly' }, 'b'),
    project({ ended: '2026-05-01', outcome: 'terminated' }, 'c'),
    project({ due: '2026-04-01' }, 'd'),
    project({ due: '2026-03-15' }, 'e'),
    project({ records }, 'f'),
  ];
  expect(tallyOf(all, '2026-05-02')).toEqual({
    waiting: 0,
    running: 1,
    overdue: 2,
    done: 1,
    partly: 1,
    terminated: 1,
    total: 6,
    doneShare: 17,
  });
  expect(tallyOf([], '2026-05-02').doneShare).toBeUndefined();
  expect(
    inOrderOfUrgency(all, '2026-05-02')
      .map(({ slug }) => slug)
      .slice(0, 3),
  ).toEqual(['e', 'd', 'f']);
});
