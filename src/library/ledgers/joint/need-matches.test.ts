import { expect, test } from 'vitest';
import { matchesOfNeeds } from './need-matches.ts';
import type { Row } from '../row.ts';

const need = (slug: string, more: Partial<Row<'needs'>['data']> = {}): Row<'needs'> => ({
  slug,
  address: `/needs/${slug}/`,
  data: { title: slug, slug, kind: 'place', org: 'shequ', since: '2026-01-05', summary: '', ...more },
});
const resource = (slug: string, until?: string): Row<'resources'> => ({
  slug,
  address: `/resources/${slug}/`,
  data: { title: slug, slug, kind: 'place', org: 'houqin', summary: '', since: '2025-01-01', until },
});

test('puts waiting needs first, longest wait first, with matching resources', () => {
  const view = matchesOfNeeds(
    {
      needs: [
        need('met', { matched: '2026-01-10', closed: '2026-02-01', result: 'met' }),
        need('new', { since: '2026-03-01' }),
        need('matched', { matched: '2026-01-25', resource: 'room' }),
        need('lapsed', { matched: '2026-01-08', resource: 'old-room' }),
        need('old', { since: '2025-12-05' }),
        need('other', { since: '2026-02-01', kind: 'people' }),
      ],
      resources: [resource('room'), resource('old-room', '2026-02-28')],
      projects: [],
    },
    '2026-03-05',
  );
  expect(view.map((each) => [each.need.slug, each.state, each.daysWaited, each.candidates.length])).toEqual([
    ['old', 'waiting', 90, 1],
    ['other', 'waiting', 32, 0],
    ['new', 'waiting', 4, 1],
    ['lapsed', 'lapsed', 5, 1],
    ['matched', 'matched', 20, 0],
    ['met', 'met', 5, 0],
  ]);
});

test('keeps a match until the last day of its resource', () => {
  const ledgers = { needs: [need('a', { matched: '2026-01-08', resource: 'r' })], projects: [] };
  const on = (today: string) =>
    matchesOfNeeds({ ...ledgers, resources: [resource('r', '2026-02-28')] }, today)[0]?.state;
  expect(on('2026-02-28')).toBe('matched');
  expect(on('2026-03-01')).toBe('lapsed');
});

test('lets a need wait again from the day its project was terminated', () => {
  const project = {
    slug: 'daigou',
    address: '/projects/daigou/',
    data: { outcome: 'terminated', ended: '2026-02-10' },
  } as unknown as Row<'projects'>;
  const on = (needs: Row<'needs'>[], resources: Row<'resources'>[] = []) =>
    matchesOfNeeds({ needs, resources, projects: [project] }, '2026-03-05').map(({ state, daysWaited }) => [
      state,
      daysWaited,
    ])[0];
  expect(on([need('a', { matched: '2026-01-08', project: 'daigou' })])).toEqual(['lapsed', 23]);
  // Its other match is still running.
  expect(
    on([need('a', { matched: '2026-01-08', project: 'daigou', resource: 'r' })], [resource('r')])?.[0],
  ).toBe('matched');
});

test('offers a resource from its first day to its last, both included', () => {
  const offer = {
    ...resource('r', '2026-02-28'),
    data: { ...resource('r').data, since: '2026-02-01', until: '2026-02-28' },
  };
  const on = (today: string) =>
    matchesOfNeeds({ needs: [need('a')], resources: [offer], projects: [] }, today)[0]?.candidates.length;
  expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(on)).toEqual([0, 1, 1, 0]);
});
