// What for: measures what we claim about speed and size, and prints tables.
// How: npm run bench                      all benches, on the sample content
//      npm run bench -- build laws.jsonl  one bench; imports a JSON Lines file of laws first
//      npm run bench -- rendering HEAD~3 laws.jsonl   which texts another revision renders differently
//      npm run bench -- load                          ten people saving; its options are in load/run.ts
//      npm run bench -- line-breaks laws.jsonl        how well Enter is told from a wrapped column
//      npm run bench -- growth footnote 100000        CPU time of bad texts whose name contains a word, up to a size
//      npm run bench -- growth-count                  all bad texts whose counted work grows faster than the text
//      npm run bench -- many laws.jsonl 10000 512     a build of 10,000 entries with at most 512 open files
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureBuild } from './build-cost.ts';
import { measureDesk } from './desk-size.ts';
import { countGrowth, measureGrowth } from './growth/growth.ts';
import { runLoad } from './load/run.ts';
import { measureLineBreaks } from './line-breaks.ts';
import { measurePages } from './page-weight.ts';
import { measureMany } from './many/measure.ts';
import { compareRendering } from './rendering.ts';
import { measureStudy } from './study.ts';

const benches: Record<string, (folder: string, ...more: string[]) => Promise<void>> = {
  build: measureBuild,
  pages: measurePages,
  desk: () => measureDesk(),
  study: measureStudy,
  rendering: compareRendering,
  'line-breaks': measureLineBreaks,
  growth: measureGrowth,
  'growth-count': countGrowth,
  many: measureMany,
  load: runLoad,
};

const [named, ...more] = process.argv.slice(2);
const chosen =
  named === undefined
    ? Object.keys(benches).filter((name) => !/^(?:line-breaks|growth|many|load)/.test(name))
    : [named];
const unknown = chosen.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(
    `Unknown bench ${unknown.join(', ')}. The benches are ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-bench-'));
  try {
    for (const name of chosen) await benches[name]?.(folder, ...more);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
