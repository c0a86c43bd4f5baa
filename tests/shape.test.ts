import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importCycles, importGraph } from '../scripts/import-graph.ts';
import { listFolders } from './list-folders.ts';

const root = path.resolve(import.meta.dirname, '..');
const code = ['src', 'admin', 'scripts', 'bench', 'tests'];
const mostFiles = 25;
const mostLines = 250;

/** Files that git has or would add. */
const files = execFileSync(
  'git',
  ['-c', 'core.quotePath=false', 'ls-files', '--cached', '--others', '--exclude-standard', '--', ...code],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((name) => name !== '');

test('no files import one another in a circle, types included', () => {
  expect(importCycles(importGraph(root, code))).toEqual([]);
});

test(`no folder has more than ${String(mostFiles)} files, except for lists`, () => {
  const counted = Map.groupBy(
    files.filter((name) => !name.startsWith('src/pages/')),
    (name) => path.posix.dirname(name),
  );
  const full = [...counted]
    .filter(
      ([folder, { length }]) =>
        length > mostFiles && !listFolders.some(({ folder: list }) => list.test(folder)),
    )
    .map(([folder]) => folder);
  expect(full).toEqual([]);
});

test(`no file of code has more than ${String(mostLines)} lines`, () => {
  const isCode = /\.(?:tsx?|mjs|astro|css)$/;
  const long = files
    .filter((name) => isCode.test(name))
    .filter((name) => readFileSync(path.join(root, name), 'utf8').split('\n').length - 1 > mostLines);
  expect(long).toEqual([]);
});
