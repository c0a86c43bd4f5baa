import { scaleLinear, scalePoint } from 'd3-scale';
import { line, stack } from 'd3-shape';
import type { ChartData } from '../ledgers/joint/document-chain.ts';

/**
 * A chart as plain geometry, drawn at build: no script, no style attribute, text that a screen reader can reach.
 * It is as wide as a phone, so its letters keep their size there; wide screens show it larger.
 */
export interface Chart {
  width: number;
  height: number;
  bars: { x: number; y: number; width: number; height: number; series: number }[];
  lines: { path: string; series: number; points: { x: number; y: number }[] }[];
  texts: { x: number; y: number; text: string; place: 'start' | 'middle' | 'end'; soft: boolean }[];
  rules: { x1: number; y1: number; x2: number; y2: number }[];
}

export type ChartKind = 'bar' | 'stacked' | 'line';

const width = 360;
const labelHeight = 24;
const barHeight = 20;
const gap = 14;

export const chartLayout = (kind: ChartKind, data: ChartData, unit: string): Chart =>
  kind === 'line' ? lineChart(data, unit) : barChart(kind, data, unit);

/** 8.7%, 171 户 */
export const withUnit = (value: number, unit: string): string =>
  /^[%％‰℃]/.test(unit) || unit === '' ? `${String(value)}${unit}` : `${String(value)} ${unit}`;

/** Horizontal bars: Chinese labels are long, and a phone is narrow. Each label is above its bars. */
function barChart(kind: 'bar' | 'stacked', { labels, series }: ChartData, unit: string): Chart {
  const totals = labels.map((_, row) => series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0));
  const shown = kind === 'stacked' ? totals : series.flatMap(({ values }) => values);
  const most = shown.reduce((largest, value) => Math.max(largest, value), -Infinity);
  // Room at the end for the longest number.
  const x = scaleLinear([0, Math.max(most, 1)], [0, width - 84]);
  const inRow = kind === 'stacked' ? 1 : series.length;
  const rowHeight = labelHeight + inRow * (barHeight + 2) + gap;
  const chart: Chart = {
    width,
    height: labels.length * rowHeight,
    bars: [],
    lines: [],
    texts: [],
    rules: [],
  };
  const stacked = stack<number, number>()
    .keys(series.map((_, index) => index))
    .value((row, index) => series[index]?.values[row] ?? 0)(labels.map((_, row) => row));
  labels.forEach((label, row) => {
    const top = row * rowHeight;
    chart.texts.push({ x: 0, y: top + 17, text: label, place: 'start', soft: false });
    series.forEach(({ values }, index) => {
      const value = values[row] ?? 0;
      const [from, to] = kind === 'stacked' ? (stacked[index]?.[row] ?? [0, 0]) : [0, value];
      const y = top + labelHeight + (kind === 'stacked' ? 0 : index * (barHeight + 2));
      chart.bars.push({
        x: round(x(from)),
        y,
        width: round(x(to) - x(from)),
        height: barHeight,
        series: index,
      });
      if (kind === 'bar') chart.texts.push(numberAt(x(value), y, withUnit(value, unit)));
    });
    if (kind === 'stacked') {
      const total = totals[row] ?? 0;
      chart.texts.push(numberAt(x(total), top + labelHeight, withUnit(total, unit)));
    }
  });
  return chart;
}

const numberAt = (x: number, y: number, text: string): Chart['texts'][number] => ({
  x: round(x + 6),
  y: y + 15,
  text,
  place: 'start',
  soft: true,
});

function lineChart({ labels, series }: ChartData, unit: string): Chart {
  const [left, right, top, bottom] = [46, 14, 14, 200];
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const x = scalePoint(
    labels.map((_, index) => index),
    [left, width - right],
  );
  const y = scaleLinear([0, most], [bottom, top]).nice(4);
  const at = (index: number): number => round(x(index) ?? left);
  const every = Math.ceil(labels.length / 6);
  const draw = line<number>(
    (_, index) => at(index),
    (value) => round(y(value)),
  );
  return {
    width,
    height: bottom + 30,
    bars: [],
    lines: series.map(({ values }, index) => ({
      path: draw(values) ?? '',
      series: index,
      points: values.map((value, each) => ({ x: at(each), y: round(y(value)) })),
    })),
    rules: y
      .ticks(4)
      .map((tick) => ({ x1: left, y1: round(y(tick)), x2: width - right, y2: round(y(tick)) })),
    texts: [
      ...y.ticks(4).map((tick) => ({
        x: left - 6,
        y: round(y(tick)) + 5,
        text: withUnit(tick, unit),
        place: 'end' as const,
        soft: true,
      })),
      ...labels.flatMap((text, index) =>
        index % every === 0
          ? [{ x: at(index), y: bottom + 24, text, place: 'middle' as const, soft: false }]
          : [],
      ),
    ],
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
