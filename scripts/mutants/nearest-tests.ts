import { importersOf } from '../import-graph.ts';
import type { ImportGraph } from '../import-graph.ts';

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

/** The tests that import a file, also indirectly: those of its own folder first, then by the number of imports between. */
export function nearestTests(graph: ImportGraph, file: string, room: string): string[] {
  const distanceOf = (test: string, steps: number): number =>
    test.startsWith(`${room}/`) ? steps : steps + slowness(test) * 100;
  return [...importersOf(graph, file)]
    .filter(([each]) => isTest(each))
    .map(([test, steps]) => ({ test, distance: distanceOf(test, steps) }))
    .sort((a, b) => a.distance - b.distance || a.test.localeCompare(b.test))
    .map(({ test }) => test);
}

/** Server tests create a store each, and tests in tests/ read the whole sample content. */
export const slowness = (test: string): number =>
  test.startsWith('admin/server/') ? 3 : test.startsWith('tests/') ? 2 : 1;

/** The files of the product: neither tests nor files that only tests import. */
export function productFiles(graph: ImportGraph, room: string): string[] {
  const testOnly = new Set([...graph.keys()].filter((file) => isTest(file) || file.startsWith('tests/')));
  const importers = new Map<string, string[]>();
  for (const [from, targets] of graph)
    for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), from]);
  for (let before = -1; before !== testOnly.size;) {
    before = testOnly.size;
    for (const [file, from] of importers) if (from.every((each) => testOnly.has(each))) testOnly.add(file);
  }
  // Entry points such as main.ts have no importer, but belong to the product.
  return [...graph.keys()].filter(
    (file) =>
      file.startsWith(`${room}/`) && file.endsWith('.ts') && !file.endsWith('.d.ts') && !testOnly.has(file),
  );
}
