import { expect, test } from 'vitest';
import { planProgress } from './plan-progress.ts';
import type { Row } from '../row.ts';

type Project = Row<'projects'>;

const project = (slug: string, data: Partial<Project['data']>): Project => ({
  slug,
  address: `/projects/${slug}/`,
  data: {
    title: slug,
    slug,
    summary: '办事。',
    goal: '办成。',
    lead: 'houqin',
    start: '2026-03-01',
    due: '2026-05-31',
    ...data,
  },
});
const done = { ended: '2026-05-01', outcome: 'done' } as const;
const headings = [
  { slug: 'h-1', text: '一、目标', depth: 2 },
  { slug: 'h-2', text: '二、先办的事', depth: 2 },
  { slug: 'h-2-1', text: '（一）坡道', depth: 3 },
  { slug: 'h-2-2', text: '（二）热饭', depth: 3 },
  { slug: 'h-3', text: '三、检查', depth: 2 },
];
const shown = (slug: string, projects: readonly Project[]): string[] =>
  planProgress({ slug }, headings, projects, '2026-07-01').clauses.map(
    ({ heading, group, projects: under }) =>
      `${heading.slug}${group ? ' +' : ''} ${under.map((each) => each.slug).join(',')}`.trim(),
  );

test('computes the progress of a plan from the projects that cite its clauses', () => {
  const citing = [
    project('a', { plan: 'fangan', clause: '（一）', ...done }),
    project('b', { plan: 'fangan', clause: '（一）坡道' }),
    project('c', { plan: 'other', clause: '一' }),
  ];
  expect(shown('fangan', citing)).toEqual(['h-1', 'h-2 +', 'h-2-1 a,b', 'h-2-2', 'h-3']);
  const { tally } = planProgress({ slug: 'fangan' }, headings, citing, '2026-07-01');
  expect(tally).toMatchObject({ total: 2, done: 1, overdue: 1, doneShare: 50 });
});

test('lists a project under each of its clauses but counts it once', () => {
  const wide = project('wide', {
    plan: 'fangan',
    clause: '（一）坡道',
    clauses: [
      { plan: 'fangan', clause: '三' },
      { plan: 'jihua', clause: '（二）热饭' },
    ],
    ...done,
  });
  const later = project('later', { clauses: [{ plan: 'jihua', clause: '（二）' }] });
  expect(shown('fangan', [wide, later])).toEqual(['h-1', 'h-2 +', 'h-2-1 wide', 'h-2-2', 'h-3 wide']);
  expect(shown('jihua', [wide, later])).toEqual(['h-1', 'h-2 +', 'h-2-1', 'h-2-2 wide,later', 'h-3']);
  const of = (slug: string): number =>
    planProgress({ slug }, headings, [wide, later], '2026-07-01').tally.total;
  expect([of('fangan'), of('jihua'), of('other')]).toEqual([1, 2, 0]);
});

test('shows the clauses of a plan that no project cites', () => {
  expect(shown('fangan', [])).toEqual(['h-1', 'h-2 +', 'h-2-1', 'h-2-2', 'h-3']);
});
