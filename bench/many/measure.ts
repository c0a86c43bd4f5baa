import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from '../../src/disk/folder-files.ts';
import { measuredTree } from './measured-tree.ts';
import { printTable } from '../table.ts';
import { writeManyEntries } from './many-entries.ts';

/** Time, CPU, memory and open files of a build of 10,000 entries, cut from a JSON Lines file of laws. */
export async function measureMany(
  folder: string,
  laws?: string,
  count = '10000',
  openFiles = '512',
): Promise<void> {
  if (laws === undefined) throw new Error('Name a JSON Lines file of laws: npm run bench -- many laws.jsonl');
  const env = {
    CONTENT_DIR: path.join(folder, 'many'),
    OUT_DIR: path.join(folder, 'many-site'),
    CACHE_DIR: path.join(folder, 'many-cache'),
  };
  const written = await writeManyEntries(path.resolve(laws), env.CONTENT_DIR, Number(count));
  const rows: string[][] = [];
  for (const [name, program, more] of [
    ['check', 'scripts/check.ts', {}],
    ['build', 'scripts/build.ts', {}],
    ['build with LEAVE_OUT', 'scripts/build.ts', { LEAVE_OUT: 'on', PUBLISHED_CONTENT: env.CONTENT_DIR }],
  ] as const) {
    const cost = await measuredTree([process.execPath, program], { ...env, ...more }, Number(openFiles));
    rows.push([
      name,
      cost.seconds.toFixed(0),
      cost.cpuSeconds.toFixed(0),
      cost.peakMiB.toFixed(0),
      String(cost.openFiles),
      cost.openBy,
    ]);
  }
  const pages = (await filesBelow(env.OUT_DIR)).filter((name) => name.endsWith('.html'));
  const top = await readdir(env.OUT_DIR);
  const home = await stat(path.join(env.OUT_DIR, 'index.html'));
  printTable(
    `${String(written)} entries, ${String(pages.length)} pages in ${String(top.length)} folders, home page ${String(home.size)} bytes, at most ${openFiles} open files in a process`,
    ['step', 'seconds', 'CPU seconds', 'peak MiB', 'open files', 'most in'],
    rows,
  );
}
