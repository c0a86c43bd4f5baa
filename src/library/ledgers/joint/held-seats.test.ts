import { expect, test } from 'vitest';
import type { Row } from '../row.ts';
import { isHeld, seatsHeldOn } from './held-seats.ts';

test('passes a seat on the day the next term begins', () => {
  const seats = [
    { org: 'houqin', role: '列席', since: '2025-04-16', until: '2026-03-18' },
    { org: 'houqin', role: '成员', since: '2026-03-18' },
  ];
  const body: Row<'orgs'> = {
    slug: 'd',
    address: '/orgs/d/',
    data: { title: '大党委', slug: 'd', shortName: '大党委', type: 'joint', summary: '', seats },
  };
  const { now, before } = seatsHeldOn(body, '2026-03-18');
  expect([now.map(({ role }) => role), before.map(({ role }) => role)]).toEqual([['成员'], ['列席']]);
  expect(isHeld({ since: '2025-04-16', until: '2026-03-18' }, '2026-03-17')).toBe(true);
});
