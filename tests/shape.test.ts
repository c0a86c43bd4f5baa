import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importCycles, importGraph } from '../scripts/import-graph.ts';
import { listFolders, longFiles, typeCircles } from './shape-exceptions.ts';

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

test('no files import one another in a circle', () => {
  expect(importCycles(importGraph(root, code, { types: false }))).toEqual([]);
});

test('nor do their types, except for the listed circles', () => {
  const named = importCycles(importGraph(root, code)).map((circle) =>
    circle.map((file) => path.basename(file)),
  );
  // A larger circle is identified by one of its files.
  const names = named.map(
    (circle) => typeCircles.find((each) => circle.includes(each)) ?? circle.join(' ↔ '),
  );
  expect(names.sort()).toEqual([...typeCircles].sort());
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

test(`no file has more than ${String(mostLines)} lines, except for the listed ones`, () => {
  const isCode = /\.(?:tsx?|mjs|astro|css)$/;
  const long = files
    .filter((name) => isCode.test(name))
    .filter((name) => readFileSync(path.join(root, name), 'utf8').split('\n').length - 1 > mostLines);
  expect(long.map((name) => path.basename(name)).sort()).toEqual([...longFiles].sort());
});
