// What for: says how much the tests notice. Makes small wrong changes in the code and runs the nearest tests on each.
// How: npm run mutants [-- --count 200] [--only src/search] [--line 12] [--seed 2026] [--list]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importGraph } from './import-graph.ts';
import { isEquivalent } from './mutants/equivalent.ts';
import { mutantsOf, mutated, shownChange } from './mutants/make.ts';
import type { Mutant } from './mutants/make.ts';
import { nearestTests, productFiles, slowness } from './mutants/nearest-tests.ts';
import { share, survivors, table } from './mutants/report.ts';
import type { Tried } from './mutants/report.ts';
import { testRunner } from './mutants/run-tests.ts';
import type { Answer } from './mutants/run-tests.ts';
import { sampled } from './mutants/sample.ts';
import type { Swap } from './mutants/swap.ts';

const root = path.resolve(import.meta.dirname, '..');
/** How large a part of the sample each room gets. */
const rooms = { 'src/model': 0.3, 'src/markdown': 0.25, 'src/search': 0.2, 'admin/server': 0.25 };
/** A survivor costs the time of all its tests, so the nearest ones have to do. */
const mostMilliseconds = 30_000;
const enough = 0.85;

const { values: asked } = parseArgs({
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
const chosen = Object.entries(rooms).flatMap(([room, part]) => {
  const all = productFiles(imports, room).flatMap((file) =>
    mutantsOf(file, readFileSync(path.join(root, file), 'utf8')),
  );
  const wanted = sampled(all, Math.round(Number(asked.count) * part), Number(asked.seed));
  // One line of one file is tried whole: this is how a new test is looked at.
  const list = asked.line === undefined ? wanted : all.filter(({ line }) => String(line) === asked.line);
  return list.filter(({ file }) => file.startsWith(asked.only)).map((mutant) => ({ room, mutant }));
});

if (asked.list) for (const { mutant } of chosen) process.stdout.write(`${told(mutant)}\n`);
else process.exitCode = await tryAll();

async function tryAll(): Promise<number> {
  const runner = testRunner(root);
  const full = (file: string): string => path.join(root, file);
  /** Milliseconds a test file took the last time. */
  const took = new Map<string, number>();
  const expected = (test: string): number => took.get(test) ?? slowness(test) * 1000;
  /** Test files that are known to pass on the code as it is. */
  const sound = new Set<string>();
  const tried: Tried[] = [];
  process.stdout.write(`${String(chosen.length)} mutants\n`);
  try {
    for (const { room, mutant } of chosen) {
      const one = isEquivalent(mutant)
        ? { room, mutant, outcome: 'equivalent' as const }
        : await tryOne(room, mutant);
      tried.push(one);
      const by = one.by === undefined ? '' : ` by ${one.by}`;
      process.stdout.write(
        `${String(tried.length)}/${String(chosen.length)} ${one.outcome}${by}  ${told(mutant)}\n`,
      );
    }
  } finally {
    runner.close();
  }
  process.stdout.write(`\nSurvivors:\n${survivors(tried).join('\n')}\n\n${table(tried)}\n`);
  return share(tried) < enough ? 1 : 0;

  async function tryOne(room: string, mutant: Mutant): Promise<Tried> {
    let time = 0;
    const tests = nearestTests(graph, mutant.file, room).filter((test, at) => {
      time += expected(test);
      return at === 0 || time <= mostMilliseconds;
    });
    const text = mutated(readFileSync(full(mutant.file), 'utf8'), mutant);
    const answer = await run(tests, { file: full(mutant.file), text });
    if (answer === 'timed out') return { room, mutant, outcome: answer };
    const by = answer.failed;
    if (by === undefined) return { room, mutant, outcome: 'survived' };
    await mustBeSound(graph.has(by) ? [by] : tests);
    return { room, mutant, outcome: 'killed', by };
  }

  async function run(tests: string[], swap?: Swap): Promise<Answer | 'timed out'> {
    const time = tests.reduce((sum, test) => sum + expected(test), 0);
    const answer = await runner.run(tests.map(full), swap, 30_000 + time * 5);
    if (answer === 'timed out') return answer;
    for (const [file, each] of Object.entries(answer.took)) took.set(path.relative(root, file), each);
    const { failed } = answer;
    return { ...answer, failed: failed?.startsWith(root) ? path.relative(root, failed) : failed };
  }

  /** A test that fails by itself proves nothing. Each is looked at the first time that it notices something. */
  async function mustBeSound(tests: string[]): Promise<void> {
    if (tests.every((test) => sound.has(test))) return;
    const answer = await run(tests);
    if (answer === 'timed out' || answer.failed !== undefined)
      throw new Error(
        `The code as it is fails already: ${answer === 'timed out' ? answer : String(answer.failed)}.`,
      );
    for (const test of tests) sound.add(test);
  }
}

function told(mutant: Mutant): string {
  return `${mutant.file}:${String(mutant.line)}  ${mutant.kind}: ${shownChange(mutant)}`;
}
