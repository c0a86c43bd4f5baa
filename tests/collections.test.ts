import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectionsList, listFile, renewCollections } from '../scripts/collections.mjs';

const root = path.resolve(import.meta.dirname, '..');

test('the list of collections matches the folder', async () => {
  const list = await readFile(path.join(root, listFile), 'utf8');
  expect(list, 'node scripts/run.mjs check renews it').toBe(collectionsList(root));
});

let project = '';
const describe = (file: string, text: string): Promise<void> =>
  writeFile(path.join(project, 'src/model/collections', file), text);
beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'hub-list-'));
  await mkdir(path.join(project, 'src/model/collections'), { recursive: true });
  await describe('visits.ts', 'export const visits = defineCollection({ });');
  await describe('lost-and-found.ts', 'export const lostAndFound = defineCollection({ });');
  await describe('shared-fields.ts', 'export const slug = {};');
  await describe('visits.test.ts', 'defineCollection({})');
  await describe('notes.md', 'defineCollection({})');
});
afterAll(() => rm(project, { recursive: true }));

test('lists every file that describes a collection, and no other file', () => {
  expect(collectionsList(project).split('\n').slice(1)).toEqual([
    "import { lostAndFound } from './collections/lost-and-found.ts';",
    "import { visits } from './collections/visits.ts';",
    "import type { Collections } from './collection-types.ts';",
    '',
    "declare module './collection-types.ts' {",
    '  interface Collections {',
    "    'lost-and-found': typeof lostAndFound;",
    '    visits: typeof visits;',
    '  }',
    '}',
    '',
    '/** By name. The `order` in each description gives its place in lists. */',
    'export const described: Collections = {',
    "  'lost-and-found': lostAndFound,",
    '  visits,',
    '};',
    '',
  ]);
});

test('rewrites the list when a file is added or removed', async () => {
  const written = (): Promise<string> => readFile(path.join(project, listFile), 'utf8');
  renewCollections(project);
  expect(await written()).toBe(collectionsList(project));
  await describe('branches.ts', 'export const branches = defineCollection({ });');
  renewCollections(project);
  expect(await written()).toContain('  branches,');
  await rm(path.join(project, 'src/model/collections/branches.ts'));
  renewCollections(project);
  expect(await written()).not.toContain('branches');
});

test('rejects a file that describes a collection of another name, and gives its path', async () => {
  await describe('trips.ts', 'export const visits = defineCollection({ });');
  expect(() => collectionsList(project)).toThrow(
    'src/model/collections/trips.ts should have the line "export const trips = defineCollection({".',
  );
  await rm(path.join(project, 'src/model/collections/trips.ts'));
});
