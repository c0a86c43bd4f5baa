import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Which rooms a room may import from, beside itself. A room that is missing here may not be imported from at all. */
const mayKnow: Record<string, readonly string[]> = {
  'src/model': [],
  // What editors type is one thing, in a field or in a body: the table of characters and the sentences stand in model.
  'src/markdown': ['src/model'],
  'src/site': [],
  'src/media': ['src/model'],
  'src/search': [],
  'src/elder': ['src/site'],
  'src/handout': ['src/site'],
  'src/moved': ['src/site'],
  'src/offline': ['src/model', 'src/search'],
  // The key of what is cached. Plain Node, for it also runs before the packages are there.
  'scripts/site-code.mjs': [],
  'src/library': ['src/model', 'src/media', 'src/markdown', 'src/site', 'scripts/site-code.mjs'],
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
  'admin/browser': ['src/model', 'src/markdown', 'src/styles'],
  'admin/server': ['src/model', 'src/media', 'src/markdown', 'scripts/site-code.mjs'],
};
const floor = ['src/model', 'src/markdown', 'src/site'];

interface Import {
  from: string;
  target: string;
}

async function importsOf(room: string): Promise<Import[]> {
  const files = (await readdir(path.join(root, room), { recursive: true }).catch(() => [''])).map((name) =>
    path.join(room, name),
  );
  const sources = files.filter((name) => /\.(ts|tsx|astro|mjs)$/.test(name) && !/\.test\.tsx?$/.test(name));
  const found = await Promise.all(
    sources.map(async (from) => {
      const text = await readFile(path.join(root, from), 'utf8');
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
    'src/moved',
    'src/offline',
    'scripts/site-code.mjs',
  ];
  const rooms = Object.keys(mayKnow).filter((room) => !touch.includes(room));
  const touching = (await Promise.all(rooms.map(importsOf)))
    .flat()
    .filter(({ target }) => /^(node:)?fs/.test(target));
  // The one endpoint that hands out attachments asks the library for their bytes.
  expect(touching.map(({ from }) => from)).toEqual([]);
});
