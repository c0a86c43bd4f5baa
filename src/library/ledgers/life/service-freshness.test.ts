import { expect, test } from 'vitest';
import type { Row } from '../row.ts';
import { freshnessOf } from './service-freshness.ts';

const service = (verified: string): Row<'services'> => ({
  slug: 's',
  address: '/services/s/',
  data: {
    title: '修水龙头',
    slug: 's',
    category: 'repair',
    org: 'houqin',
    summary: '',
    where: '',
    hours: '',
    fee: '免费',
    who: '',
    verified,
  },
});

test('is fresh on the 90th day and stale on the 91st', () => {
  expect(freshnessOf(service('2026-01-01'), '2026-04-01')).toEqual({ daysSince: 90, stale: false });
  expect(freshnessOf(service('2026-01-01'), '2026-04-02')).toEqual({ daysSince: 91, stale: true });
});
