// What for: says how much the tests notice. Makes small wrong changes in the code and runs the nearest tests on each.
// How: npm run mutants [-- --count 200] [--only src/search] [--line 12] [--seed 2026] [--list]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importGraph } from './import-graph.ts';
import { isEquivalent } from './mutants/equivalent.ts';
import { mutantsOf, mutated, shownChange } from './mutants/make.ts';
import type { Mutant } from './mutants/make.ts';
import { nearestTests, productFiles } from './mutants/nearest-tests.ts';
import { share, survivors, table } from './mutants/report.ts';
import type { Tried } from './mutants/report.ts';
import { testRunner } from './mutants/run-tests.ts';
import { sampled } from './mutants/sample.ts';

const root = path.resolve(import.meta.dirname, '..');
/** How large a part of the sample each room gets. */
const rooms = { 'src/model': 0.3, 'src/markdown': 0.25, 'src/search': 0.2, 'admin/server': 0.25 };
/** A survivor costs the time of all its tests, so the nearest ones have to do. */
const mostTests = 20;
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
  const took = new Map<string, number>();
  const tried: Tried[] = [];
  const full = (file: string): string => path.join(root, file);
  try {
    await timeUnchanged();
    for (const { room, mutant } of chosen) {
      const one = isEquivalent(mutant)
        ? { room, mutant, outcome: 'equivalent' as const }
        : await tryOne(room, mutant);
      tried.push(one);
      const by = one.by === undefined ? '' : ` by ${path.relative(root, one.by)}`;
      process.stdout.write(
        `${String(tried.length)}/${String(chosen.length)} ${one.outcome}${by}  ${told(mutant)}\n`,
      );
    }
  } finally {
    runner.close();
  }
  process.stdout.write(`\nSurvivors:\n${survivors(tried).join('\n')}\n\n${table(tried)}\n`);
  return share(tried) < enough ? 1 : 0;

  /** The tests have to pass on the code as it is, and their times are the measure for a hanging one. */
  async function timeUnchanged(): Promise<void> {
    const tests = [
      ...new Set(
        chosen.flatMap(({ room, mutant }) => nearestTests(graph, mutant.file, room).slice(0, mostTests)),
      ),
    ];
    process.stdout.write(
      `${String(chosen.length)} mutants; ${String(tests.length)} test files on the code as it is …\n`,
    );
    const answer = await runner.run(tests.map(full), undefined, 20 * 60_000);
    if (answer === 'timed out' || answer.failed !== undefined)
      throw new Error(
        `The tests fail before anything is changed: ${answer === 'timed out' ? answer : String(answer.failed)}`,
      );
    for (const [file, time] of Object.entries(answer.took)) took.set(path.relative(root, file), time);
  }

  async function tryOne(room: string, mutant: Mutant): Promise<Tried> {
    let time = 0;
    const tests = nearestTests(graph, mutant.file, room)
      .slice(0, mostTests)
      .filter((test) => (time += took.get(test) ?? 0) <= mostMilliseconds || time === took.get(test));
    const text = mutated(readFileSync(full(mutant.file), 'utf8'), mutant);
    const swap = { file: full(mutant.file), text };
    const answer = await runner.run(tests.map(full), swap, 30_000 + Math.min(time, mostMilliseconds) * 4);
    if (answer === 'timed out') return { room, mutant, outcome: answer };
    return answer.failed === undefined
      ? { room, mutant, outcome: 'survived' }
      : { room, mutant, outcome: 'killed', by: answer.failed };
  }
}

function told(mutant: Mutant): string {
  return `${mutant.file}:${String(mutant.line)}  ${mutant.kind}: ${shownChange(mutant)}`;
}
