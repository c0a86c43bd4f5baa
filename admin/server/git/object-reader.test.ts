import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit } from './content-store.ts';
import { DamagedStore } from './damaged-store.ts';
import { ObjectReader } from './object-reader.ts';
import { hubSignature } from './repository.ts';
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

/** Cuts the file of a loose object. */
async function damage(id: string, length: number): Promise<void> {
  const file = path.join(repository.folder, 'objects', id.slice(0, 2), id.slice(2));
  await chmod(file, 0o644);
  await truncate(file, length);
}

test('a damaged object is an error, and takes no other reading with it', async () => {
  // Larger than what git reads at once: it has sent the header when it notices the damage.
  const large = await repository.storeBlob(randomBytes(400_000).toString('base64'));
  const [empty, short, whole] = await Promise.all(
    ['甲', '乙', '丙'].map((text) => repository.storeBlob(text)),
  );
  await damage(large, 1000);
  await damage(empty!, 0);
  await damage(short!, 5);
  const asked = [whole!, large, whole!, empty!, whole!, short!, whole!].map((id) => repository.read(id));
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
    true,
  ]);
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(DamagedStore);
});

test('a damaged folder or text is not taken for one that is absent', async () => {
  const blob = await repository.storeBlob('一篇通知');
  const tree = await repository.writeTree(undefined, new Map([['a/中文/b.md', blob]]));
  const commit = await repository.commit(tree, [], hubSignature, '一\n');
  for (const absent of ['x', 'a/x', 'a/中文/x', 'a/中文/b.md/x', 'x/y/z'])
    expect(await repository.read(`${commit}:${absent}`)).toBeUndefined();
  expect(await repository.tip('refs/heads/none')).toBeUndefined();
  const folder = (await repository.idAt(commit, 'a/中文'))!;
  await damage(blob, 0);
  await expect(repository.read(`${commit}:a/中文/b.md`)).rejects.toThrow('damaged');
  await damage(folder, 0);
  await expect(repository.read(`${commit}:a/中文/b.md`)).rejects.toThrow('damaged');
  await damage(commit, 0);
  await expect(repository.read(`${commit}:a`)).rejects.toThrow('damaged');
});

test('an empty ref, loose or packed without its commit, is not taken for one that was never made', async () => {
  await mkdir(path.join(repository.folder, 'refs/meta'), { recursive: true });
  await writeFile(path.join(repository.folder, 'refs/meta/drafts'), '');
  await expect(repository.tip('refs/meta/drafts')).rejects.toThrow('refs/meta/drafts cannot be read');
  await rm(path.join(repository.folder, 'refs/meta/drafts'));
  expect(await repository.tip('refs/meta/drafts')).toBeUndefined();
  const packed = path.join(repository.folder, 'packed-refs');
  await writeFile(
    packed,
    `# pack-refs with: peeled fully-peeled sorted \n${'1'.repeat(40)} refs/meta/drafts\n`,
  );
  await expect(repository.tip('refs/meta/drafts')).rejects.toThrow('damaged');
  await rm(packed);
});
