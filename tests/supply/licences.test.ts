import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  licencesIn,
  licencesTable,
  packages,
  readersNotices,
  readersPackages,
  refusedAt,
} from '../../scripts/licences.ts';
import type { LicencedPackage } from '../../scripts/licences.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');

const refused = (place: Parameters<typeof refusedAt>[0], some: readonly LicencedPackage[]): string[] =>
  some
    .filter((each) => refusedAt(place, each).length > 0)
    .map(({ name, version, licence }) => `${name} ${version}: ${licence}`);

test('every package has a licence that we may use', () => {
  expect(packages.length).toBeGreaterThan(500);
  expect(refused('tools', packages)).toEqual([]);
});

test('the list of licences and the notices for readers are up to date', async () => {
  const how = 'node scripts/run.mjs licences renews it';
  expect(await read('docs/licences.md'), how).toBe(licencesTable());
  expect(await read('public/licences.txt'), how).toBe(readersNotices());
});

test('readers’ browsers get only software that needs no more than its notice', async () => {
  const sent = readersPackages();
  const names = sent.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['preact', 'pagefind', 'workbox-core', 'workbox-routing']));
  // Tools of the build and of the tests, and React, which Preact replaces.
  expect(names.filter((name) => /^(?:vite|vitest|react|react-dom|typescript|sharp)$/.test(name))).toEqual([]);
  expect(refused('readers', sent)).toEqual([]);
  const notices = await read('public/licences.txt');
  expect(notices.match(/Copyright/gi)?.length).toBeGreaterThanOrEqual(sent.length);
});

// The build of the desk lists what it bundled; `npm test` makes it first.
const desk = path.join(root, 'admin/dist/licences.txt');
test.skipIf(!existsSync(desk))(
  'the desk is made only of software that needs no more than its notice',
  async () => {
    const headings = (await readFile(desk, 'utf8')).matchAll(/^## ((?:@\S+\/)?\S+) - (\S+)/gm);
    const bundled = [...headings].flatMap(([, name, version]) =>
      packages.filter((each) => each.name === name && each.version === version).slice(0, 1),
    );
    expect(bundled.length).toBeGreaterThan(100);
    expect(refused('desk', bundled)).toEqual([]);
  },
);

test.each([
  ['MIT', ['MIT']],
  ['(WTFPL OR MIT)', ['WTFPL']],
  ['GPL-3.0-only OR ISC', ['ISC']],
  ['toString OR MIT', ['MIT']],
  ['(MPL-2.0 OR Apache-2.0)', ['Apache-2.0']],
  ['Apache-2.0 AND LGPL-3.0-or-later', ['Apache-2.0', 'LGPL-3.0-or-later']],
  ['GPL-3.0-only OR AGPL-3.0-only', ['GPL-3.0-only OR AGPL-3.0-only']],
])('%s asks for %j', (expression, licences) => {
  expect(licencesIn(expression)).toEqual(licences);
});

test.each([
  ['MIT', [0, 0, 0]],
  ['MPL-2.0', [1, 0, 0]],
  ['LGPL-3.0-or-later', [1, 1, 0]],
  ['GPL-3.0-only', [1, 1, 1]],
  ['MIT AND AGPL-3.0-only', [1, 1, 1]],
  ['toString', [1, 1, 1]],
  ['none', [1, 1, 1]],
])('%s is refused for readers, desk and tools: %j', (licence, counts) => {
  const one = { name: 'a', version: '1', place: 'node_modules/a', licence };
  const places = ['readers', 'desk', 'tools'] as const;
  expect(places.map((place) => refusedAt(place, one).length)).toEqual(counts);
});
