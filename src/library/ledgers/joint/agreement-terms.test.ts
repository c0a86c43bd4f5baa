import { expect, test } from 'vitest';
import { openItems, termOf } from './agreement-terms.ts';
import type { Row } from '../row.ts';

type Agreement = Row<'agreements'>;

const agreement = (slug: string, more: Partial<Agreement['data']> = {}): Agreement => ({
  slug,
  address: `/agreements/${slug}/`,
  data: {
    title: '协议',
    slug,
    summary: '约定。',
    parties: ['shequ', 'houqin'],
    signed: '2025-04-16',
    since: '2025-05-01',
    until: '2026-04-30',
    items: [
      { number: 1, text: '坡道', owners: ['houqin'], project: 'podao' },
      { number: 2, text: '课堂', owners: ['shequ'], project: 'ketang' },
      { number: 3, text: '义诊', owners: ['shequ'], noProject: '等医院' },
    ],
    ...more,
  },
});

test.each([
  ['2025-04-30', 'coming', 365],
  ['2025-05-01', 'inForce', 364],
  ['2026-02-28', 'inForce', 61],
  ['2026-03-01', 'expiring', 60],
  ['2026-04-30', 'expiring', 0],
  ['2026-05-01', 'expired', 0],
])('on %s the agreement is %s, %i days left', (today, state, daysLeft) => {
  expect(termOf(agreement('a'), [], today)).toEqual({ state, daysLeft });
});

test('is not expiring if renewed, and has no days left after an early end', () => {
  const renewal = agreement('b', { renews: 'a', since: '2026-05-01', until: '2027-04-30' });
  expect(termOf(agreement('a'), [renewal], '2026-04-01')).toMatchObject({
    state: 'inForce',
    renewedBy: renewal,
  });
  const ended = agreement('a', { ended: '2025-12-01', endReason: '场地收回' });
  expect(termOf(ended, [], '2025-11-30').state).toBe('inForce');
  expect(termOf(ended, [], '2025-12-01')).toEqual({ state: 'ended', daysLeft: 0 });
});

test('keeps an item open while its project is open, or if it has none', () => {
  const project = (slug: string, ended?: string): Row<'projects'> => ({
    slug,
    address: `/projects/${slug}/`,
    data: {
      title: slug,
      slug,
      summary: '',
      goal: '',
      lead: 'a',
      start: '2025-05-01',
      due: '2025-12-31',
      ended,
    },
  });
  const open = openItems(agreement('a'), [project('podao', '2026-01-01'), project('ketang')]);
  expect(open.map(({ address }) => address)).toEqual(['/agreements/a/#items-2', '/agreements/a/#items-3']);
});
