import { importersOf } from '../import-graph.ts';
import type { ImportGraph } from '../import-graph.ts';

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

/** The tests that reach a file: those of its own room first, then by the number of imports between them. */
export function nearestTests(graph: ImportGraph, file: string, room: string): string[] {
  const away = (test: string, steps: number): number =>
    test.startsWith(`${room}/`) ? steps : steps + slowness(test) * 100;
  return [...importersOf(graph, file)]
    .filter(([each]) => isTest(each))
    .map(([test, steps]) => ({ test, away: away(test, steps) }))
    .sort((a, b) => a.away - b.away || a.test.localeCompare(b.test))
    .map(({ test }) => test);
}

/** The tests of the server have a store each, and those in tests/ read all of the sample content. */
export const slowness = (test: string): number =>
  test.startsWith('admin/server/') ? 3 : test.startsWith('tests/') ? 2 : 1;

/** What belongs to the product: neither a test nor what tests alone ask for. */
export function productFiles(graph: ImportGraph, room: string): string[] {
  const ofTests = new Set([...graph.keys()].filter((file) => isTest(file) || file.startsWith('tests/')));
  const importers = new Map<string, string[]>();
  for (const [from, targets] of graph)
    for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), from]);
  for (let before = -1; before !== ofTests.size;) {
    before = ofTests.size;
    for (const [file, from] of importers) if (from.every((each) => ofTests.has(each))) ofTests.add(file);
  }
  // What a test starts on its own, such as main.ts, is imported by nobody but belongs to the product.
  return [...graph.keys()].filter(
    (file) =>
      file.startsWith(`${room}/`) && file.endsWith('.ts') && !file.endsWith('.d.ts') && !ofTests.has(file),
  );
}
