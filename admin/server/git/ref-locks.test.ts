import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit } from './content-store.ts';
import { isHeldOrMoved } from './repository.ts';

let fixture: FixtureStore;
let main: string;
beforeAll(async () => {
  fixture = await fixtureStore();
  main = await mainCommit(fixture.store);
});
afterAll(() => fixture.cleanUp());

/** Moves a ref, and counts how often it was tried. */
async function move(ref: string, from?: string): Promise<{ tries: number; error: unknown }> {
  let tries = 0;
  const change = { changes: [{ ref, from, to: main }], result: undefined };
  const error: unknown = await fixture.store.repository
    .transact(() => {
      tries++;
      return Promise.resolve(change);
    })
    .catch((fault: unknown) => fault);
  return { tries, error };
}

test('a name that no file can have is tried once, and the next save is not held up', async () => {
  const { tries, error } = await move(`refs/heads/cms/notices/${'长'.repeat(90)}`);
  expect(tries).toBe(1);
  expect(String(error)).toContain('File name too long');
  expect(await move('refs/heads/cms/notices/next')).toEqual({ tries: 1, error: undefined });
});

test('a folder that cannot be written is tried once', async () => {
  const folder = path.join(fixture.store.repository.folder, 'refs', 'heads', 'cms', 'closed');
  // A file in the place of the folder: the superuser may write everywhere.
  await mkdir(path.dirname(folder), { recursive: true });
  await writeFile(folder, '');
  await chmod(folder, 0o400);
  const { tries, error } = await move('refs/heads/cms/closed/a');
  expect([tries, String(error)]).toEqual([1, expect.stringMatching(/Not a directory|cannot lock ref/)]);
  await rm(folder, { force: true });
});

test('a lock of somebody else is waited for', async () => {
  const lock = path.join(fixture.store.repository.folder, 'refs', 'heads', 'held.lock');
  await writeFile(lock, '');
  setTimeout(() => void rm(lock), 150);
  const { tries, error } = await move('refs/heads/held');
  expect(error).toBeUndefined();
  expect(tries).toBeGreaterThan(1);
});

test.each([
  ["fatal: cannot lock ref 'refs/heads/a': Unable to create '/s/refs/heads/a.lock': File exists.", true],
  ["fatal: Unable to create '/s/packed-refs.lock': File exists.", true],
  ["fatal: prepare: cannot lock ref 'refs/heads/a': is at 1 but expected 2", true],
  ["fatal: prepare: cannot lock ref 'refs/heads/a': reference already exists", true],
  ["fatal: prepare: cannot lock ref 'refs/heads/a': unable to resolve reference 'refs/heads/a'", true],
  ["fatal: cannot lock ref 'refs/heads/a': Unable to create '/s/a.lock': File name too long", false],
  ["fatal: cannot lock ref 'refs/heads/a': Unable to create '/s/a.lock': No space left on device", false],
  ["fatal: cannot lock ref 'refs/heads/a': Unable to create '/s/a.lock': Permission denied", false],
  ["fatal: cannot lock ref 'refs/heads/a': Unable to create '/s/a.lock': Read-only file system", false],
  ["fatal: prepare: cannot lock ref 'a/b': 'a' exists; cannot create 'a/b'", false],
])('%s', (stderr, passes) => {
  expect(isHeldOrMoved(stderr)).toBe(passes);
});
