import path from 'node:path';
import { importersOf } from '../import-graph.ts';
import type { ImportGraph } from '../import-graph.ts';

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

/** How much of the nearest tests runs on one mutant, measured by `slowness`: a survivor costs all of it. */
const longestRun = 30;

/**
 * The tests nearest to a file, nearest first. A test is nearer if it has the name of the file, is in its folder or at
 * least in its room, and if few imports are between them. The choice does not depend on the speed of the machine.
 */
export function nearestTests(graph: ImportGraph, file: string, room: string): string[] {
  const sorted = [...importersOf(graph, file)]
    .filter(([each]) => isTest(each))
    .map(([test, imports]) => ({ test, distance: imports + placeDistance(test, file, room) }))
    .sort((a, b) => a.distance - b.distance || a.test.localeCompare(b.test))
    .map(({ test }) => test);
  let run = 0;
  return sorted.filter((test, at) => (run += slowness(test)) <= longestRun || at === 0);
}

function placeDistance(test: string, file: string, room: string): number {
  if (test.replace('.test.', '.') === file) return 0;
  if (path.posix.dirname(test) === path.posix.dirname(file)) return 1;
  return test.startsWith(`${room}/`) ? 2 : slowness(test) * 100;
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
