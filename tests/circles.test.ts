import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** The modules that a module needs at run time. Types are gone by then. */
async function neededBy(file: string): Promise<string[]> {
  const text = await readFile(path.join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gm)].map(([, target = '']) =>
    path.join(path.dirname(file), target),
  );
}

test('no module of the model imports itself, directly or indirectly', async () => {
  const names = await readdir(path.join(root, 'src/model'), { recursive: true });
  const files = names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join('src/model', name));
  const needs = new Map(await Promise.all(files.map(async (file) => [file, await neededBy(file)] as const)));
  // With rules that import the list of descriptions, it would depend on the order of loading whether a description works.
  const circles = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) circles.add([...way.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const next of needs.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(needs.get('src/model/collections.ts')).toContain('src/model/collections.generated.ts');
  expect(needs.get('src/model/rules/events.ts')?.length).toBeGreaterThan(0);
  expect([...circles]).toEqual([]);
});
