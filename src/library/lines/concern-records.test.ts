import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Article } from '../entries/article.ts';

const content: Record<string, object[]> = {
  orgs: ['houqin', 'shequ'].map((id) => ({
    id,
    data: { address: `/orgs/${id}/`, folder: '', text: '', fields: { title: id, shortName: id } },
  })),
};
vi.mock('astro:content', () => ({ getCollection: (name: string) => content[name] ?? [] }));
const { concernRecords } = await import('./concern-records.ts');
const { statisticsFor } = await import('../lists/concern-lists.ts');

const log = [
  { day: '2026-02-03', state: 'accepted', org: 'shequ' },
  { day: '2026-02-13', state: 'solved', org: 'houqin', answer: '修好了。', evidence: '/orgs/houqin/' },
  { day: '2026-03-01', state: 'reopened', org: 'shequ' },
  { day: '2026-03-05', state: 'solved', org: 'gone', answer: '又修好了。' },
];
const fields = { number: '2026-001', received: '2026-02-01', due: '2026-02-11', category: 'safety', log };

beforeAll(() => {
  vi.useFakeTimers({ now: new Date('2026-05-10T12:00:00+08:00'), toFake: ['Date'] });
});
afterAll(() => {
  vi.useRealTimers();
});

test('adds unit and evidence to each record, and the days of delay to an answer', async () => {
  const concern = { folder: '', data: fields } as unknown as Article<'concerns'>;
  const records = await concernRecords(concern);
  expect(records.map(({ state, unit, late, proof }) => [state, unit?.slug, late, proof?.label])).toEqual([
    ['accepted', 'shequ', 0, undefined],
    ['solved', 'houqin', 2, 'houqin'],
    ['reopened', 'shequ', 0, undefined],
    ['solved', undefined, 0, undefined],
  ]);
});

test('keeps the numbers of a past period and reports later changes separately', async () => {
  content['concerns'] = [
    { id: 'deng', data: { address: '/concerns/2026/deng/', folder: '', text: '', fields } },
  ];
  const { statistics, later } = await statisticsFor('2026-02-01', '2026-02-28');
  expect(statistics).toMatchObject({ total: 1, reopened: 0 });
  expect(later).toContain('1 件重新办理过');
});

test('counts a running period up to today', async () => {
  content['concerns'] = [
    { id: 'deng', data: { address: '/concerns/2026/deng/', folder: '', text: '', fields } },
  ];
  const { statistics, later, now, until } = await statisticsFor('2026-01-01', '2026-12-31');
  expect(statistics).toMatchObject({ total: 1, reopened: 1 });
  expect([later, now, until]).toEqual([undefined, '2026-05-10', '2026-12-31']);
});
