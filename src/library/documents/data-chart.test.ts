import { expect, test } from 'vitest';
import { chartLayout, withUnit } from './data-chart.ts';

const needs = {
  labels: ['热饭', '文化活动'],
  series: [
    { name: '60岁以下', values: [52, 12] },
    { name: '60岁及以上', values: [119, 19] },
  ],
};

test('puts stacked bars end to end, with their total as the number', () => {
  const { bars, texts } = chartLayout('stacked', needs, '户');
  const [first, second] = bars;
  expect(second?.x).toBe(first?.width);
  expect(second?.y).toBe(first?.y);
  expect(texts.map(({ text }) => text)).toEqual(['热饭', '171 户', '文化活动', '31 户']);
});

test('starts grouped bars at zero, with lengths in proportion and a number each', () => {
  const { bars, texts } = chartLayout('bar', needs, '%');
  expect(bars.map(({ x }) => x)).toEqual([0, 0, 0, 0]);
  expect((bars[1]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(119 / 52, 1);
  expect(texts.filter(({ soft }) => soft).map(({ text }) => text)).toEqual(['52%', '119%', '12%', '19%']);
});

test('keeps everything inside the picture', () => {
  for (const kind of ['bar', 'stacked', 'line'] as const) {
    const { width, height, bars, lines, texts } = chartLayout(kind, needs, '户');
    for (const bar of bars) {
      expect(bar.x + bar.width).toBeLessThanOrEqual(width);
      expect(bar.y + bar.height).toBeLessThanOrEqual(height);
    }
    for (const { x, y } of [...texts, ...lines.flatMap(({ points }) => points)]) {
      expect(x >= 0 && x <= width && y >= 0 && y <= height, `${kind} ${String(x)} ${String(y)}`).toBe(true);
    }
  }
});

test('draws a line through all values, higher values higher up', () => {
  const [line] = chartLayout(
    'line',
    { labels: ['1月', '2月', '3月'], series: [{ name: '件', values: [3, 9, 6] }] },
    '件',
  ).lines;
  const heights = line?.points.map(({ y }) => y) ?? [];
  expect(heights).toHaveLength(3);
  expect(heights[1]).toBeLessThan(heights[2] ?? 0);
  expect(heights[2]).toBeLessThan(heights[0] ?? 0);
  expect(line?.path).toMatch(/^M[\d.]+,[\d.]+L/);
});

test('draws a table of zeros without NaN', () => {
  const zero = { labels: ['甲'], series: [{ name: '件', values: [0] }] };
  for (const kind of ['bar', 'stacked', 'line'] as const) {
    expect(JSON.stringify(chartLayout(kind, zero, ''))).not.toMatch(/null|NaN/);
  }
});

test('puts no space before a percent sign, and one before a word', () => {
  expect([withUnit(8.7, '%'), withUnit(171, '户'), withUnit(3, '')]).toEqual(['8.7%', '171 户', '3']);
});
