import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Which rooms a room may import from, beside itself. A room that is missing here may not be imported from at all. */
const mayKnow: Record<string, readonly string[]> = {
  'src/model': [],
  // What editors type is one thing, in a field or in a body: the table of characters and the sentences stand in model.
  'src/markdown': ['src/model'],
  // What time it is in Beijing is said once, with the days that content carries.
  'src/site': ['src/model'],
  // A parser's tree and what one asks of it, for all who read or change HTML. Knows nothing of ours.
  'src/html': [],
  'src/media': ['src/model'],
  'src/search': ['src/html'],
  'src/elder': ['src/html', 'src/site'],
  'src/handout': ['src/html', 'src/site'],
  'src/redirects': ['src/html', 'src/site'],
  'src/offline': ['src/html', 'src/model', 'src/search'],
  // The key of what is cached. Plain Node, for it also runs before the packages are there.
  'scripts/site-code.mjs': [],
  'src/library': ['src/html', 'src/model', 'src/media', 'src/markdown', 'src/site', 'scripts/site-code.mjs'],
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
  // What desk and server both go by: who may do what, how a refusal travels, how a time is said.
  'admin/shared': ['src/model', 'src/site'],
  // Both write HTML with the site's one escape.
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
};
const floor = ['src/model', 'src/markdown', 'src/site', 'src/html', 'admin/shared'];

interface Import {
  from: string;
  target: string;
}

/** What stands in a file only for the compiler is gone when it runs. */
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

test('library, the facts of pictures, the desk server and what runs after the build alone touch files', async () => {
  const touch = [
    'src/library',
    'src/media',
    'admin/server',
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
  // The one endpoint that hands out attachments asks the library for their bytes.
  expect(touching.map(({ from }) => from)).toEqual([]);
});

const resolved = ({ from, target }: Import): string =>
  target.startsWith('.') ? path.join(path.dirname(from), target) : target;

/** The files of the library that ask the content, themselves or through another; all others only know words and rules. */
async function questions(): Promise<Set<string>> {
  const imports = (await importsOf('src/library', typeImports)).map((each) => ({
    from: each.from,
    to: resolved(each),
  }));
  const sources = /^(astro:content|(node:)?fs(\/promises)?)$/;
  const asking = new Set(imports.filter(({ to }) => sources.test(to)).map(({ from }) => from));
  // The set grows while it is walked: whoever imports what is added is walked too.
  for (const file of asking) {
    for (const { from, to } of imports) if (to === file) asking.add(from);
  }
  return asking;
}

test('the library is parted: some files ask the content, others can be used without it', async () => {
  const asking = await questions();
  const { size } = asking;
  const library = new Set((await importsOf('src/library')).map(({ from }) => from));
  const queries = [...asking].filter((file) => file.endsWith('/queries.ts'));
  expect(queries).toHaveLength(1);
  expect([...asking].filter((file) => /\/(labels|lines|article)\.ts$/.test(file))).toEqual([]);
  expect(size).toBeGreaterThan(20);
  expect(library.size - size).toBeGreaterThan(20);
});

test('a component is given what it shows: asking is the page’s and the layout’s', async () => {
  const asking = await questions();
  const wrong = (await importsOf('src/components', typeImports))
    .map((each) => ({ from: each.from, to: resolved(each) }))
    .filter(({ to }) => to === 'astro:content' || asking.has(to))
    .map(({ from, to }) => `${from} -> ${to}`);
  expect(wrong).toEqual([]);
});
