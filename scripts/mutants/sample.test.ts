import { expect, test } from 'vitest';
import { mutantsOf } from './make.ts';
import { nearestTests, productFiles } from './nearest-tests.ts';
import { mutationScore, survivors, table } from './report.ts';
import type { MutantResult } from './report.ts';
import { sampled } from './sample.ts';

const code = Array.from({ length: 40 }, (_, at) => `if (a${String(at)} < ${String(at)}) f('${String(at)}');`);
const all = mutantsOf('src/model/a.ts', code.join('\n'));
const shown = (list: readonly { code: string; replacement: string }[]): string[] =>
  list.map(({ code, replacement }) => `${code} ${replacement}`).sort();

test('draws the same sample for the same seed, and another for another seed', () => {
  expect(shown(sampled(all, 30, 1))).toEqual(shown(sampled(all, 30, 1)));
  expect(shown(sampled(all, 30, 1))).not.toEqual(shown(sampled(all, 30, 2)));
  expect(sampled(all, 30, 1)).toHaveLength(30);
});

test('draws equally from all mutators', () => {
  const byMutator = Map.groupBy(sampled(all, 30, 1), ({ mutator }) => mutator);
  expect([...byMutator.keys()].sort()).toEqual([
    'boundary',
    'comparison',
    'condition',
    'statement',
    'string',
  ]);
  expect([...byMutator.values()].map(({ length }) => length)).toEqual([6, 6, 6, 6, 6]);
});

test('draws the same lines after a file moved or got more lines', () => {
  const moved = mutantsOf('src/model/rooms/b.ts', `\n\n// A note.\n${code.join('\n')}`);
  expect(shown(sampled(moved, 30, 1))).toEqual(shown(sampled(all, 30, 1)));
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

test('sorts tests by folder, then by the imports between, slow ones last', () => {
  expect(nearestTests(graph, 'src/model/a.ts', 'src/model')).toEqual([
    'src/model/a.test.ts',
    'src/model/b.test.ts',
    'tests/d.test.ts',
    'admin/server/c.test.ts',
  ]);
});

test('puts tests of the same name first, then those of the folder, and takes about thirty', () => {
  const file = 'src/model/rules/b.ts';
  const tests = ['src/model/a.test.ts', 'src/model/rules/a.test.ts', 'src/model/rules/b.test.ts'];
  expect(nearestTests(new Map(tests.map((each) => [each, [file]])), file, 'src/model')).toEqual(
    tests.reverse(),
  );

  const slow = Array.from({ length: 40 }, (_, at) => `admin/server/${String(at)}.test.ts`);
  expect(nearestTests(new Map(slow.map((each) => [each, [file]])), file, 'src/model')).toHaveLength(10);
});

test('leaves out files that only tests import', () => {
  expect(productFiles(graph, 'src/model')).toEqual(['src/model/a.ts', 'src/model/b.ts']);
});

test('counts timeouts as noticed, and does not count equivalent mutants', () => {
  const outcomes = ['killed', 'killed', 'timed out', 'survived', 'equivalent'] as const;
  const results = outcomes.map((outcome, at): MutantResult => ({
    room: 'src/model',
    mutant: all[at]!,
    outcome,
  }));
  expect(mutationScore(results)).toBe(0.75);
  expect(table(results).split('\n').at(-1)).toMatch(/^all +5 +2 +1 +1 +1 +75\.0 %$/);
  expect(survivors(results)).toHaveLength(1);
  expect(survivors(results)[0]).toMatch(/^src\/model\/a\.ts:1 {2}/);
});
