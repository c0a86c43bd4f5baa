// What for: the imports between our files, types included. For tests/shape.test.ts and the mutation run.
// How: imported; it runs nothing itself.
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Each source file and our source files that it imports, as paths from the project's folder. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const extensions = ['.ts', '.tsx', '.mjs', '.astro'];

export interface GraphOptions {
  /** Whether type-only imports count. Default true. */
  types?: boolean;
  /** Whether files named as `path.join(import.meta.dirname, 'main.ts')`, which run as processes, count too. */
  started?: boolean;
}

export function importGraph(
  root: string,
  folders: readonly string[],
  { types = true, started = false }: GraphOptions = {},
): ImportGraph {
  const files = globSync(
    folders.map((folder) => `${folder}/**/*`),
    { cwd: root, exclude: (name) => /(?:^|\/)(?:node_modules|dist|fixtures)$/.test(name) },
  )
    .filter((name) => extensions.some((extension) => name.endsWith(extension)))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort();
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const targets = namesIn(file, types ? text : withoutTypes(text)).map((name) =>
        path.posix.join(path.posix.dirname(file), name),
      );
      return [
        file,
        [...new Set([...targets, ...(started ? startedBy(root, file, text) : [])])].filter((each) =>
          known.has(each),
        ),
      ];
    }),
  );
}

/** The relative specifiers in a file's imports, including types, `export … from` and `import()`. */
function namesIn(file: string, text: string): string[] {
  const code = file.endsWith('.astro') ? scriptsOf(text) : text;
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'));
}

const withoutTypes = (text: string): string => text.replace(/^(?:import|export) type\b[^;]*;/gm, '');

function scriptsOf(astro: string): string {
  const front = /^\s*---\n([^]*?)\n---/.exec(astro)?.[1] ?? '';
  const scripts = [...astro.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script ?? '');
  return [front, ...scripts].join('\n');
}

function startedBy(root: string, file: string, text: string): string[] {
  return [...text.matchAll(/import\.meta\.dirname((?:,\s*'[^']+')+)/g)]
    .map(([, names]) =>
      path.posix.join(
        path.posix.dirname(file),
        ...(names ?? '').split(',').map((name) => name.trim().slice(1, -1)),
      ),
    )
    .filter((target) => /\.(?:ts|mjs)$/.test(target) && existsSync(path.join(root, target)));
}

/** The groups of files that import one another in a cycle. There should be none. */
export function importCycles(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  // Tarjan's strongly connected components.
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    let low = own;
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, lowest.get(target) ?? order.get(target) ?? low);
    }
    lowest.set(file, low);
    if (low === own) {
      const cycle = open.splice(open.indexOf(file));
      if (cycle.length > 1 || graph.get(file)?.includes(file)) cycles.push(cycle.sort());
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return cycles;
}

/** Every file that imports this one, directly or not, and over how many imports. */
export function importersOf(graph: ImportGraph, file: string): Map<string, number> {
  const importers = new Map<string, string[]>();
  for (const [from, targets] of graph)
    for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), from]);
  const distance = new Map([[file, 0]]);
  for (const [each, steps] of distance)
    for (const from of importers.get(each) ?? []) if (!distance.has(from)) distance.set(from, steps + 1);
  distance.delete(file);
  return distance;
}
