import { expect, test } from 'vitest';
import { chartLayout, withUnit } from './data-chart.ts';

const needs = {
  labels: ['热饭', '文化活动'],
  series: [
    { name: '60岁以下', values: [52, 12] },
    { name: '60岁及以上', values: [119, 19] },
  ],
};

test('stacked bars follow each other, and the number is that of all of them', () => {
  const { bars, texts } = chartLayout('stacked', needs, '户');
  const [first, second] = bars;
  expect(second?.x).toBe(first?.width);
  expect(second?.y).toBe(first?.y);
  expect(texts.map(({ text }) => text)).toEqual(['热饭', '171 户', '文化活动', '31 户']);
});

test('bars beside each other begin at nought, have lengths like their values and a number each', () => {
  const { bars, texts } = chartLayout('bar', needs, '%');
  expect(bars.map(({ x }) => x)).toEqual([0, 0, 0, 0]);
  expect((bars[1]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(119 / 52, 1);
  expect(texts.filter(({ soft }) => soft).map(({ text }) => text)).toEqual(['52%', '119%', '12%', '19%']);
});

test('nothing leaves the picture', () => {
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

test('a line goes through all its values, and higher values stand higher', () => {
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

test('a table of noughts is drawn without numbers that are none', () => {
  const zero = { labels: ['甲'], series: [{ name: '件', values: [0] }] };
  for (const kind of ['bar', 'stacked', 'line'] as const) {
    expect(JSON.stringify(chartLayout(kind, zero, ''))).not.toMatch(/null|NaN/);
  }
});

test('a per cent sign stands close to its number, a word apart from it', () => {
  expect([withUnit(8.7, '%'), withUnit(171, '户'), withUnit(3, '')]).toEqual(['8.7%', '171 户', '3']);
});
