import { expect, test } from 'vitest';
import { byQuarter } from './concern-statistics.ts';
import type { Row } from '../row.ts';

const received = (day: string) => ({ slug: day, data: { received: day } }) as unknown as Row<'concerns'>;

test('puts concerns into the quarter of receipt, including its first and last day', () => {
  const concerns = ['2026-04-01', '2026-03-31', '2026-01-01', '2025-12-31'].map(received);
  expect(
    byQuarter(concerns).map(({ label, concerns: under }) => [label, under.map(({ slug }) => slug)]),
  ).toEqual([
    ['2026 年第 2 季度', ['2026-04-01']],
    ['2026 年第 1 季度', ['2026-03-31', '2026-01-01']],
    ['2025 年第 4 季度', ['2025-12-31']],
  ]);
});
