import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit } from './content-store.ts';
import { ObjectReader } from './object-reader.ts';
import type { Repository } from './repository.ts';

let fixture: FixtureStore;
let repository: Repository;
beforeAll(async () => {
  fixture = await fixtureStore();
  repository = fixture.store.repository;
});
afterAll(() => fixture.cleanUp());

test('rejects what was asked for when git ends, and asks again with a new process', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'no-repository-'));
  const reader = new ObjectReader(folder);
  await expect(reader.read('HEAD')).rejects.toThrow('git cat-file ended: exit 128');
  await expect(reader.read('HEAD')).rejects.toThrow('git cat-file ended: exit 128');
  reader.close();
  await rm(folder, { recursive: true });
});

test('the end of a closed process does not touch the next one', async () => {
  const reader = new ObjectReader(repository.folder);
  const tip = await mainCommit(fixture.store);
  expect((await reader.read(tip))?.type).toBe('commit');
  for (let turn = 0; turn < 5; turn++) {
    reader.close();
    expect((await reader.read(tip))?.id).toBe(tip);
  }
  reader.close();
});

test('a file can become a folder of the same name, in any order of the changes', async () => {
  const blob = await repository.storeBlob('甲');
  const base = await repository.writeTree(undefined, new Map([['a', blob]]));
  for (const changes of [
    [['a/b', blob] as const, ['a', undefined] as const],
    [['a', undefined] as const, ['a/b', blob] as const],
  ]) {
    const tree = await repository.writeTree(base, new Map<string, string | undefined>(changes));
    expect([...(await repository.files(tree)).keys()]).toEqual(['a/b']);
  }
});
