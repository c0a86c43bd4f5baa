import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockData } from '../../server/data-lock.ts';
import { gitText } from '../../server/git/run-git.ts';
import { openDesk } from '../../server/open-desk.ts';
import { unpublishedEntries } from '../../server/protocol/unpublished-entries.ts';
import { readSettings } from '../../server/settings.ts';
import { fixtureData, ownerPassword } from '../../server/testing/fixture-data.ts';
import type { FixtureData } from '../../server/testing/fixture-data.ts';
import { zhang } from '../../server/testing/fixture-hub.ts';
import { restoreFromTrash } from '../../server/trash/restore-from-trash.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

let origin: FixtureData;
let backups: string;
let backup: string;
const outside = (name: string): string => path.join(origin.fixture.folder, name);
const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

beforeAll(async () => {
  origin = await fixtureData();
  backups = outside('backups');
  const started = {
    SITE_URL: 'https://hub.example.cn',
    MIRROR_URL: 'https://x:geheim@example.cn/a.git',
    PORT: '80',
  };
  backup = (await makeBackup(origin.settings, backups, { started })).folder;
});
afterAll(() => origin.fixture.cleanUp());

const refsOf = (repository: string): Promise<string> =>
  gitText(repository, ['for-each-ref', '--format=%(objectname) %(refname)']);

/** All rows of all tables. */
function rowsOf(file: string): Record<string, unknown[]> {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const rows = tables.map(
    ({ name }) => [name, database.prepare(`SELECT * FROM "${String(name)}"`).all()] as const,
  );
  database.close();
  return Object.fromEntries(rows) as Record<string, unknown[]>;
}

describe('a restored backup', () => {
  const data = (): string => outside('other-machine/data');
  beforeAll(() => restoreBackup(backups, data()));

  test('is the same: refs, objects, rows of accounts, key', async () => {
    const { settings } = origin;
    expect(await refsOf(path.join(data(), 'store.git'))).toBe(await refsOf(settings.repository));
    expect(
      await gitText(path.join(data(), 'store.git'), ['fsck', '--strict', '--full', '--no-dangling']),
    ).toBe('');
    const rows = rowsOf(path.join(data(), 'accounts.sqlite'));
    expect(rows).toEqual(rowsOf(settings.accountsFile));
    expect(rows['user']).toHaveLength(2);
    expect(await readFile(path.join(data(), 'secret'), 'utf8')).toBe(
      await readFile(settings.secretFile, 'utf8'),
    );
    expect((await readdir(data())).sort()).toEqual(['accounts.sqlite', 'lock.sqlite', 'secret', 'store.git']);
  });

  test('opens with its accounts, drafts and trash', async () => {
    const settings = readSettings({ HUB_DATA: data(), CONTENT_DIR: outside('nowhere') });
    const desk = await openDesk(settings, () => undefined);
    const { accounts, store } = desk;
    const signedIn = await accounts.signIn({ username: 'li', password: ownerPassword, address: '1' });
    expect(signedIn.length).toBeGreaterThan(0);
    const drafts = await unpublishedEntries(store);
    expect(drafts.map(({ title }) => title).sort()).toEqual(['义诊通知', '修车通知']);
    const [trashed] = (await store.records.read()).trash.values();
    await restoreFromTrash(store, zhang, trashed!.id);
    expect((await unpublishedEntries(store)).map(({ title }) => title)).toContain('作废通知');
    await desk.close();
  });
});

test('a backup can be read by its owner only, and holds no password of the mirror', async () => {
  expect((await readdir(backup)).sort()).toEqual([
    'accounts.sqlite',
    'manifest.json',
    'secret',
    'store.bundle',
  ]);
  for (const name of await readdir(backup))
    expect((await stat(path.join(backup, name))).mode & 0o777).toBe(0o600);
  expect((await stat(backup)).mode & 0o777).toBe(0o700);
  const manifest = await readFile(path.join(backup, 'manifest.json'), 'utf8');
  expect(manifest).toContain('"SITE_URL": "https://hub.example.cn"');
  expect(manifest).not.toContain('geheim');
});

describe('a backup that was damaged or changed is refused, and leaves nothing', () => {
  const at = (name: string) => path.join(backup, name);
  /** Writes a changed manifest with a right checksum. */
  const rewrite = async (from: string | RegExp, to: string): Promise<void> => {
    const text = (await readFile(at('manifest.json'), 'utf8')).replace(/\n[0-9a-f]{64}\n$/, '');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    const sum = createHash('sha256').update(changed).digest('hex');
    await writeFile(at('manifest.json'), `${changed}\n${sum}\n`);
  };
  const flip = async (name: string, where: number): Promise<void> => {
    const bytes = await readFile(at(name));
    bytes[Math.floor(bytes.length * where)]! ^= 1;
    await writeFile(at(name), bytes);
  };
  const whole = /is not whole: .*不完整/;
  const damages: [string, () => Promise<unknown>, RegExp][] = [
    ['half of the store', () => truncate(at('store.bundle'), 2000), whole],
    ['an empty store', () => truncate(at('store.bundle'), 0), whole],
    ['one bit of the store', () => flip('store.bundle', 0.7), whole],
    ['one bit of the accounts', () => flip('accounts.sqlite', 0.5), whole],
    ['more bytes', () => appendFile(at('secret'), 'x'), whole],
    ['no accounts', () => rm(at('accounts.sqlite')), whole],
    ['no key', () => rm(at('secret')), whole],
    ['no manifest, so no backup', () => rm(at('manifest.json')), /There is no backup in .*没有备份/],
    ['half a manifest', () => truncate(at('manifest.json'), 300), whole],
    ['one bit of the manifest', () => flip('manifest.json', 0.3), whole],
    ['a manifest of something else', () => rewrite('gongjian-hub-backup', 'other'), whole],
    ['a manifest with a path', () => rewrite('"secret":', '"../secret":'), whole],
    [
      'a ref that the bundle lacks',
      () => rewrite('refs/heads/main', 'refs/heads/other'),
      /lacks refs\/heads\/other/,
    ],
    ['another number of accounts', () => rewrite('"accounts": 2', '"accounts": 3'), whole],
    ['a newer version', () => rewrite('"version": 1', '"version": 2'), /by a newer hub.*先升级/],
  ];

  test.each(damages)('%s', async (_, damage, sentence) => {
    const kept = new Map<string, Buffer>();
    for (const name of await readdir(backup)) kept.set(name, await readFile(at(name)));
    try {
      await damage();
      await expect(restoreBackup(backup, outside('refused/data'))).rejects.toThrow(sentence);
      expect(await exists(outside('refused/data'))).toBe(false);
    } finally {
      for (const [name, bytes] of kept) await writeFile(at(name), bytes);
    }
  });
});

describe('restoring onto a data folder', () => {
  test('that is used needs --replace, which moves the former data aside and keeps the releases', async () => {
    const { data, repository } = await origin.copy('used');
    await gitText(repository, ['update-ref', '-d', 'refs/heads/cms/notices/2026--yizhen']);
    const before = await refsOf(repository);
    await expect(restoreBackup(backup, data)).rejects.toThrow(/already holds a hub.*加上 --replace/);
    expect(await refsOf(repository)).toBe(before);
    const { aside } = await restoreBackup(backup, data, { replace: true });
    expect(await refsOf(path.join(aside!, 'store.git'))).toBe(before);
    expect(await refsOf(repository)).toBe(await refsOf(origin.settings.repository));
    expect(await readFile(path.join(data, 'live/site/index.html'), 'utf8')).toContain('首页');
  });

  test('that a server uses is refused', async () => {
    const { data } = await origin.copy('running');
    const lock = lockData(data)!;
    await expect(restoreBackup(backup, data, { replace: true })).rejects.toThrow(/A server uses .*先停掉/);
    lock.release();
  });

  test('that an interrupted restore left is finished by the next', async () => {
    const { data, repository } = await origin.copy('interrupted');
    await writeFile(path.join(data, 'restoring'), '');
    await rm(repository, { recursive: true });
    await mkdir(path.join(data, '.restoring-1/store.git'), { recursive: true });
    await restoreBackup(backup, data);
    expect(await refsOf(repository)).toBe(await refsOf(origin.settings.repository));
    expect((await readdir(data)).filter((name) => name.includes('restoring'))).toEqual([]);
  });
});
