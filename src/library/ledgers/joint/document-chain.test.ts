import { expect, test } from 'vitest';
import { readCsv } from '../../../model/files/csv.ts';
import { chainOf, chartData, successorsAmong } from './document-chain.ts';

const document = (slug: string, issued: string, supersedes?: string[]) => ({
  slug,
  data: { issued, supersedes },
});

test('finds the whole chain from any of its documents, oldest first', () => {
  const first = document('a', '2024-01-01');
  const second = document('b', '2025-01-01', ['a']);
  const third = document('c', '2026-01-01', ['b', 'x']);
  const beside = document('x', '2024-06-01');
  const all = [third, document('alone', '2026-01-01'), beside, second, first];
  for (const link of [first, second, third, beside]) {
    expect(chainOf(link, all).map(({ slug }) => slug)).toEqual(['a', 'x', 'b', 'c']);
  }
  expect(successorsAmong(second, all)).toEqual([third]);
});

test('takes the columns of a chart by name', () => {
  const table = readCsv('年龄段,男,女\n60 以下,10,12\n80 以上,30,33.5\n');
  const chart = { title: '年龄', kind: 'bar', labels: '年龄段', values: '女、男', text: '' } as const;
  expect(chartData(chart, table)).toEqual({
    labels: ['60 以下', '80 以上'],
    series: [
      { name: '女', values: [12, 33.5] },
      { name: '男', values: [10, 30] },
    ],
  });
  expect(() => chartData({ ...chart, values: '老' }, table)).toThrow('no column "老"');
});
