import { expect, test } from 'vitest';
import { mutantsOf } from './make.ts';
import { nearestTests, productFiles } from './nearest-tests.ts';
import { share, survivors, table } from './report.ts';
import type { Tried } from './report.ts';
import { sampled } from './sample.ts';

const code = Array.from({ length: 40 }, (_, at) => `if (a${String(at)} < ${String(at)}) f('${String(at)}');`);
const all = mutantsOf('src/model/a.ts', code.join('\n'));
const told = (list: readonly { code: string; becomes: string }[]): string[] =>
  list.map(({ code, becomes }) => `${code} ${becomes}`).sort();

test('the sample is the same each time, and another seed draws another', () => {
  expect(told(sampled(all, 30, 1))).toEqual(told(sampled(all, 30, 1)));
  expect(told(sampled(all, 30, 1))).not.toEqual(told(sampled(all, 30, 2)));
  expect(sampled(all, 30, 1)).toHaveLength(30);
});

test('every kind has its turn', () => {
  const kinds = Map.groupBy(sampled(all, 30, 1), ({ kind }) => kind);
  expect([...kinds.keys()].sort()).toEqual(['boundary', 'comparison', 'condition', 'statement', 'string']);
  expect([...kinds.values()].map(({ length }) => length)).toEqual([6, 6, 6, 6, 6]);
});

test('a file that moves, or lines before, leave the sample as it is', () => {
  const moved = mutantsOf('src/model/rooms/b.ts', `\n\n// A note.\n${code.join('\n')}`);
  expect(told(sampled(moved, 30, 1))).toEqual(told(sampled(all, 30, 1)));
});

const graph = new Map([
  ['src/model/a.ts', []],
  ['src/model/b.ts', ['src/model/a.ts']],
  ['src/model/helper.ts', []],
  ['src/model/b.test.ts', ['src/model/b.ts', 'src/model/helper.ts']],
  ['src/model/a.test.ts', ['src/model/a.ts']],
  ['admin/server/c.test.ts', ['src/model/a.ts']],
  ['tests/d.test.ts', ['src/model/b.ts']],
  ['src/pages/p.astro', ['src/model/b.ts']],
]);

test('the nearest tests are those of the room, then by the imports between, the slow ones last', () => {
  expect(nearestTests(graph, 'src/model/a.ts', 'src/model')).toEqual([
    'src/model/a.test.ts',
    'src/model/b.test.ts',
    'tests/d.test.ts',
    'admin/server/c.test.ts',
  ]);
});

test('what tests alone ask for is no product', () => {
  expect(productFiles(graph, 'src/model')).toEqual(['src/model/a.ts', 'src/model/b.ts']);
});

test('the table counts what hangs as noticed, and leaves out what changes nothing', () => {
  const outcomes = ['killed', 'killed', 'timed out', 'survived', 'equivalent'] as const;
  const tried = outcomes.map((outcome, at): Tried => ({ room: 'src/model', mutant: all[at]!, outcome }));
  expect(share(tried)).toBe(0.75);
  expect(table(tried).split('\n').at(-1)).toMatch(/^all +5 +2 +1 +1 +1 +75\.0 %$/);
  expect(survivors(tried)).toHaveLength(1);
  expect(survivors(tried)[0]).toMatch(/^src\/model\/a\.ts:1 {2}/);
});
