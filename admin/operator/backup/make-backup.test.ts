import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gitText } from '../../server/git/run-git.ts';
import { readSettings } from '../../server/settings.ts';
import { fixtureData, objectFile } from '../../server/testing/fixture-data.ts';
import type { FixtureData } from '../../server/testing/fixture-data.ts';
import { keptBackups } from './kept-backups.ts';
import { makeBackup } from './make-backup.ts';
import { refSnapshot } from './ref-snapshot.ts';

let origin: FixtureData;
const outside = (name: string): string => path.join(origin.fixture.folder, name);
beforeAll(async () => {
  origin = await fixtureData();
});
afterAll(() => origin.fixture.cleanUp());

describe('the folder of backups', () => {
  test('is outside the data folder, and has nothing else in it', async () => {
    await expect(makeBackup(origin.settings, path.join(origin.data, 'backups'))).rejects.toThrow(
      /inside the data folder/,
    );
    await mkdir(outside('documents'));
    await writeFile(outside('documents/letter.txt'), '');
    await expect(makeBackup(origin.settings, outside('documents'))).rejects.toThrow(
      /other files \(letter\.txt\)/,
    );
    const none = readSettings({ HUB_DATA: outside('documents') });
    await expect(makeBackup(none, outside('more'))).rejects.toThrow(/There is no store in/);
  });

  test('keeps the newest when told to, and loses the rest of killed runs', async () => {
    const folder = outside('kept');
    await mkdir(path.join(folder, '.making-999999999'), { recursive: true });
    for (let run = 0; run < 3; run++) await makeBackup(origin.settings, folder);
    const before = await keptBackups(folder);
    expect(before).toHaveLength(3);
    const { folder: newest, removed } = await makeBackup(origin.settings, folder, { keep: 2 });
    expect(removed).toEqual(before.slice(1));
    expect(await readdir(folder)).toEqual([before[0], path.basename(newest)]);
  });

  test('a damaged store or damaged accounts make no backup, and remove none', async () => {
    const folder = outside('damaged-backups');
    const store = await origin.copy('damaged-store');
    await makeBackup(store, folder);
    await rm(await objectFile(store, 'refs/heads/cms/notices/2026--yizhen^{tree}'));
    await expect(makeBackup(store, folder, { keep: 1 })).rejects.toThrow(
      /is damaged, so there is no new backup/,
    );
    const accounts = await origin.copy('damaged-accounts');
    await truncate(accounts.accountsFile, 9000);
    await expect(makeBackup(accounts, folder, { keep: 1 })).rejects.toThrow(/accounts in .* are damaged/);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('a ref that cannot be read is named, and no older backup is removed', async () => {
    const settings = await origin.copy('broken-ref');
    const folder = outside('incomplete');
    await makeBackup(settings, folder);
    await truncate(path.join(settings.repository, 'refs/heads/cms/notices/2026--yizhen'), 0);
    const { manifest, removed } = await makeBackup(settings, folder, { keep: 1 });
    expect(manifest.missing).toEqual(['refs/heads/cms/notices/2026--yizhen']);
    expect(removed).toEqual([]);
    expect(await keptBackups(folder)).toHaveLength(2);
  });
});

test('refs are taken between transactions, never from the middle of one', async () => {
  const { repository } = await origin.copy('transaction');
  const main = await gitText(repository, ['rev-parse', 'main']);
  // Git has moved the first ref of a transaction, and holds the lock of the second.
  await gitText(repository, ['update-ref', 'refs/heads/first', main]);
  const lock = path.join(repository, 'refs/heads/second.lock');
  await writeFile(lock, `${main}\n`);
  await expect(refSnapshot(repository, 3)).rejects.toThrow(/changed all the time.*一直在变/);
  const taking = refSnapshot(repository);
  await rm(lock);
  await gitText(repository, ['update-ref', 'refs/heads/second', main]);
  const { refs } = await taking;
  expect(refs.get('refs/heads/first')).toBe(main);
});
