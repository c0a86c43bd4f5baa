// What for: measures how much the tests notice. Makes small wrong changes in the code and runs the nearest tests on each.
// How: npm run mutants [-- --count 200] [--only src/search] [--line 12] [--seed 2026] [--list]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importGraph } from './import-graph.ts';
import { isEquivalent } from './mutants/equivalent.ts';
import { mutantsOf, mutated, shownChange } from './mutants/make.ts';
import type { Mutant } from './mutants/make.ts';
import { nearestTests, productFiles, slowness } from './mutants/nearest-tests.ts';
import { mutationScore, survivors, table } from './mutants/report.ts';
import type { MutantResult } from './mutants/report.ts';
import { testRunner } from './mutants/run-tests.ts';
import type { TestRunResult } from './mutants/run-tests.ts';
import { sampled } from './mutants/sample.ts';
import type { Swap } from './mutants/swap.ts';

const root = path.resolve(import.meta.dirname, '..');
/** The fraction of the sample that each folder gets. */
const rooms = { 'src/model': 0.3, 'src/markdown': 0.25, 'src/search': 0.2, 'admin/server': 0.25 };
const lowestScore = 0.85;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '2026' },
    only: { type: 'string', default: '' },
    line: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

const folders = ['src', 'admin', 'scripts', 'bench', 'tests'];
const imports = importGraph(root, folders);
const graph = importGraph(root, folders, { started: true });
const selected = Object.entries(rooms).flatMap(([room, fraction]) => {
  const all = productFiles(imports, room).flatMap((file) =>
    mutantsOf(file, readFileSync(path.join(root, file), 'utf8')),
  );
  const sample = sampled(all, Math.round(Number(options.count) * fraction), Number(options.seed));
  // With --line, every change of that line is tried: a quick check of a new test.
  const list = options.line === undefined ? sample : all.filter(({ line }) => String(line) === options.line);
  return list.filter(({ file }) => file.startsWith(options.only)).map((mutant) => ({ room, mutant }));
});

if (options.list) for (const { mutant } of selected) process.stdout.write(`${describe(mutant)}\n`);
else process.exitCode = await testAll();

async function testAll(): Promise<number> {
  const runner = testRunner(root);
  const absolute = (file: string): string => path.join(root, file);
  /** How many milliseconds a test file took the last time. */
  const durations = new Map<string, number>();
  const expected = (test: string): number => durations.get(test) ?? slowness(test) * 1000;
  /** Test files that pass on the unchanged code. */
  const passing = new Set<string>();
  /** Those that fail on it. The run goes on without them, and ends with an error. */
  const failing = new Set<string>();
  const results: MutantResult[] = [];
  process.stdout.write(`${String(selected.length)} mutants\n`);
  try {
    for (const { room, mutant } of selected) {
      const one = isEquivalent(mutant)
        ? { room, mutant, outcome: 'equivalent' as const }
        : await testOne(room, mutant);
      results.push(one);
      const by = one.by === undefined ? '' : ` by ${one.by}`;
      process.stdout.write(
        `${String(results.length)}/${String(selected.length)} ${one.outcome}${by}  ${describe(mutant)}\n`,
      );
    }
  } finally {
    runner.close();
  }
  process.stdout.write(`\nSurvivors:\n${survivors(results).join('\n')}\n\n${table(results)}\n`);
  for (const test of failing) process.stdout.write(`${test} fails on the unchanged code.\n`);
  return mutationScore(results) < lowestScore || failing.size > 0 ? 1 : 0;

  async function testOne(room: string, mutant: Mutant): Promise<MutantResult> {
    const tests = nearestTests(graph, mutant.file, room).filter((test) => !failing.has(test));
    const text = mutated(readFileSync(absolute(mutant.file), 'utf8'), mutant);
    const result = await run(tests, { file: absolute(mutant.file), text });
    if (result === 'timed out') return { room, mutant, outcome: result };
    const by = result.failed;
    if (by === undefined) return { room, mutant, outcome: 'survived' };
    if (await passes(graph.has(by) ? [by] : tests)) return { room, mutant, outcome: 'killed', by };
    return testOne(room, mutant);
  }

  async function run(tests: string[], swap?: Swap): Promise<TestRunResult | 'timed out'> {
    const time = tests.reduce((sum, test) => sum + expected(test), 0);
    const result = await runner.run(tests.map(absolute), swap, 30_000 + time * 5);
    if (result === 'timed out') return result;
    for (const [file, each] of Object.entries(result.durations))
      durations.set(path.relative(root, file), each);
    const { failed } = result;
    return { ...result, failed: failed?.startsWith(root) ? path.relative(root, failed) : failed };
  }

  /** A test that fails on the unchanged code proves nothing. Each is checked the first time it kills a mutant. */
  async function passes(tests: string[]): Promise<boolean> {
    if (tests.every((test) => passing.has(test))) return true;
    const result = await run(tests);
    if (result === 'timed out') throw new Error('The tests of the unchanged code do not end.');
    if (result.failed !== undefined && !graph.has(result.failed))
      throw new Error(`The unchanged code fails already: ${result.failed}.`);
    if (result.failed !== undefined) failing.add(result.failed);
    else for (const test of tests) passing.add(test);
    return result.failed === undefined;
  }
}

function describe(mutant: Mutant): string {
  return `${mutant.file}:${String(mutant.line)}  ${mutant.mutator}: ${shownChange(mutant)}`;
}
