import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** The rooms that each room may import from, besides itself. No room may import from one that is missing here. */
const mayKnow: Record<string, readonly string[]> = {
  'src/model': [],
  // Fields and bodies are checked for the same characters: the table and the messages are in model.
  'src/markdown': ['src/model'],
  // Beijing time is defined once, with the days of the content.
  'src/site': ['src/model'],
  // A parser's tree and questions about it, for all that read or change HTML.
  'src/html': [],
  'src/media': ['src/model'],
  // Files of a folder, a few open at a time, for all that read or write many.
  'src/disk': [],
  'src/search': ['src/disk', 'src/html'],
  'src/elder': ['src/disk', 'src/html', 'src/site'],
  'src/handout': ['src/disk', 'src/html', 'src/site'],
  'src/redirects': ['src/disk', 'src/html', 'src/site'],
  'src/offline': ['src/disk', 'src/html', 'src/model', 'src/search'],
  // The key of the cache. Plain Node, because it also runs before packages are installed.
  'scripts/site-code.mjs': [],
  'src/library': [
    'src/disk',
    'src/html',
    'src/model',
    'src/media',
    'src/markdown',
    'src/site',
    'scripts/site-code.mjs',
  ],
  'src/components': ['src/islands', 'src/site', 'src/library', 'src/model'],
  'src/layouts': ['src/components', 'src/islands', 'src/site', 'src/styles', 'src/library'],
  'src/islands': ['src/search', 'src/model', 'src/offline', 'src/site'],
  'src/pages': [
    'src/layouts',
    'src/components',
    'src/islands',
    'src/library',
    'src/model',
    'src/site',
    'src/styles',
  ],
  'src/content.config.ts': ['src/library', 'src/model'],
  // Shared by desk and server: permissions, the form of a refusal, the form of a time.
  'admin/shared': ['src/model', 'src/site'],
  // Both escape HTML with the same function as the site.
  'admin/browser': ['admin/shared', 'src/html', 'src/model', 'src/markdown', 'src/site', 'src/styles'],
  'admin/server': [
    'admin/shared',
    'src/html',
    'src/model',
    'src/media',
    'src/markdown',
    'src/site',
    'scripts/site-code.mjs',
  ],
  // Commands of the operator: they look at what the server keeps, and share its checks.
  'admin/operator': ['admin/server', 'admin/shared', 'src/library'],
};
const floor = ['src/model', 'src/markdown', 'src/site', 'src/html', 'admin/shared'];

interface Import {
  from: string;
  target: string;
}

/** Imports of types are gone at run time. */
const typeImports = /\b(?:import|export)\s+type\s[^'";]*?\sfrom\s+['"][^'"\n]+['"]/g;

async function importsOf(room: string, left = /(?!)/g): Promise<Import[]> {
  const files = (await readdir(path.join(root, room), { recursive: true }).catch(() => [''])).map((name) =>
    path.join(room, name),
  );
  const sources = files.filter((name) => /\.(ts|tsx|astro|mjs)$/.test(name) && !/\.test\.tsx?$/.test(name));
  const found = await Promise.all(
    sources.map(async (from) => {
      const text = (await readFile(path.join(root, from), 'utf8')).replace(left, '');
      const targets = [...text.matchAll(/(?:from\s+|import\s*\(?\s*)['"]([^'"\n]+)['"]/g)].map(
        (match) => match[1] ?? '',
      );
      return targets.map((target) => ({ from, target }));
    }),
  );
  return found.flat();
}

const roomOf = (file: string): string =>
  Object.keys(mayKnow).find((room) => file.startsWith(room)) ?? file.split('/').slice(0, 2).join('/');

describe.each(Object.keys(mayKnow))('%s', (room) => {
  test('imports only from the rooms below it', async () => {
    const imports = await importsOf(room);
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ from, target }) => ({ from, to: path.join(path.dirname(from), target) }))
      .filter(({ to }) => roomOf(to) !== room && !mayKnow[room]?.includes(roomOf(to)))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });
});

test.each(floor)('%s knows no Astro, Node, React or DOM', async (room) => {
  const outside = (await importsOf(room))
    .map(({ target }) => target)
    .filter((target) => !target.startsWith('.'));
  expect(outside.filter((target) => /^(node:|astro|p?react|@astrojs)/.test(target))).toEqual([]);
});

test('only the library, media, the server and what runs after the build touch files', async () => {
  const touch = [
    'src/disk',
    'src/library',
    'src/media',
    'admin/server',
    'admin/operator',
    'src/search',
    'src/elder',
    'src/handout',
    'src/redirects',
    'src/offline',
    'scripts/site-code.mjs',
  ];
  const rooms = Object.keys(mayKnow).filter((room) => !touch.includes(room));
  const touching = (await Promise.all(rooms.map((room) => importsOf(room))))
    .flat()
    .filter(({ target }) => /^(node:)?fs/.test(target));
  // The endpoint for attachments gets their bytes from the library.
  expect(touching.map(({ from }) => from)).toEqual([]);
});

const resolved = ({ from, target }: Import): string =>
  target.startsWith('.') ? path.join(path.dirname(from), target) : target;

/** The files of the library that query the content, directly or through another file. The others only know words and rules. */
async function questions(): Promise<Set<string>> {
  const imports = (await importsOf('src/library', typeImports)).map((each) => ({
    from: each.from,
    to: resolved(each),
  }));
  const sources = /^(astro:content|(node:)?fs(\/promises)?)$/;
  const asking = new Set(imports.filter(({ to }) => sources.test(to)).map(({ from }) => from));
  // The set grows during the loop, so files that import an added file are visited too.
  for (const file of asking) {
    for (const { from, to } of imports) if (to === file) asking.add(from);
  }
  return asking;
}

test('parts of the library can be used without the content', async () => {
  const asking = await questions();
  const { size } = asking;
  const library = new Set((await importsOf('src/library')).map(({ from }) => from));
  const queries = [...asking].filter((file) => file.endsWith('/queries.ts'));
  expect(queries).toHaveLength(1);
  expect([...asking].filter((file) => /\/(labels|lines|article)\.ts$/.test(file))).toEqual([]);
  expect(size).toBeGreaterThan(20);
  expect(library.size - size).toBeGreaterThan(20);
});

test('components are given what they show; only pages and layouts query the content', async () => {
  const asking = await questions();
  const wrong = (await importsOf('src/components', typeImports))
    .map((each) => ({ from: each.from, to: resolved(each) }))
    .filter(({ to }) => to === 'astro:content' || asking.has(to))
    .map(({ from, to }) => `${from} -> ${to}`);
  expect(wrong).toEqual([]);
});
