import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCycles, importersOf, importGraph } from './import-graph.ts';

let root: string;
const files: Record<string, string> = {
  'src/a.ts': "import { b } from './b.ts';\nimport type { C } from './c.tsx';\nimport fs from 'node:fs';",
  'src/b.ts': "export { d } from './deep/d.ts';\nimport './missing.ts';",
  'src/c.tsx': "import type { A } from './a.ts';\nconst text = \"import('./b.ts')\";",
  'src/deep/d.ts': "const b = () => import('../b.ts');",
  'src/page.astro': "---\nimport { a } from './a.ts';\n---\n<script>\nimport './c.tsx';\n</script>\n",
  'src/start.ts': "spawn(path.join(import.meta.dirname, 'deep', 'd.ts'));",
};
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hub-graph-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.join(root, path.dirname(name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('finds imports of every form, types included, and ignores text', () => {
  expect(Object.fromEntries(importGraph(root, ['src']))).toEqual({
    'src/a.ts': ['src/b.ts', 'src/c.tsx'],
    'src/b.ts': ['src/deep/d.ts'],
    'src/c.tsx': ['src/a.ts'],
    'src/deep/d.ts': ['src/b.ts'],
    'src/page.astro': ['src/a.ts', 'src/c.tsx'],
    'src/start.ts': [],
  });
});

test('leaves out types and adds started processes on request', () => {
  const graph = importGraph(root, ['src'], { types: false, started: true });
  expect(graph.get('src/a.ts')).toEqual(['src/b.ts']);
  expect(graph.get('src/start.ts')).toEqual(['src/deep/d.ts']);
});

test('finds cycles, and type-only cycles only if types count', () => {
  const calls = ['src/b.ts', 'src/deep/d.ts'];
  expect(importCycles(importGraph(root, ['src']))).toEqual([calls, ['src/a.ts', 'src/c.tsx']]);
  expect(importCycles(importGraph(root, ['src'], { types: false }))).toEqual([calls]);
  expect(
    importCycles(
      new Map([
        ['a', ['a']],
        ['b', ['a']],
      ]),
    ),
  ).toEqual([['a']]);
});

test('finds the importers of a file and their distance', () => {
  const distances = importersOf(importGraph(root, ['src']), 'src/deep/d.ts');
  expect(Object.fromEntries(distances)).toEqual({
    'src/b.ts': 1,
    'src/a.ts': 2,
    'src/c.tsx': 3,
    'src/page.astro': 3,
  });
});
