import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentRelease } from './publishing/releases.ts';
import { StartFailure } from './start-failure.ts';
import {
  cut,
  folderInstead,
  inData,
  inStore,
  object,
  openDamaged,
  pointsTo,
  remove,
  repacked,
  sql,
  text,
  write,
} from './testing/damages.ts';
import type { Damage } from './testing/damages.ts';
import { fixtureData, packFile } from './testing/fixture-data.ts';
import type { FixtureData } from './testing/fixture-data.ts';

let origin: FixtureData;
beforeAll(async () => {
  origin = await fixtureData();
});
afterAll(() => origin.fixture.cleanUp());

describe('what cannot be used is said in one sentence in both languages, with the command that helps', () => {
  const store = /The store .* is damaged.*npm run doctor.*npm run restore.*内容仓库 .* 坏了.*npm run doctor/;
  const gone = /The store .* is gone.*npm run restore.*内容仓库 .* 不见了.*没有另建新仓库/;
  const accounts = /The accounts in .* cannot be used.*npm run restore.*账号文件 .* 用不了.*npm run restore/;
  const inTheWay = /is in the way.*npm run restore.*占错了位置.*npm run restore/;
  const unwritable = /cannot be written.*写不了数据文件夹/;
  const damages: [string, Damage, RegExp][] = [
    [
      'accounts: garbage instead of the header',
      write(inData('accounts.sqlite'), Buffer.alloc(8192, 'x')),
      accounts,
    ],
    ['accounts: half of the file', cut(inData('accounts.sqlite'), 0.5), accounts],
    [
      'accounts: one wrong page',
      async ({ accountsFile }) => {
        const bytes = await readFile(accountsFile);
        bytes.fill(0x5a, 4096 * 2, 4096 * 3);
        await writeFile(accountsFile, bytes);
      },
      accounts,
    ],
    ['accounts: a column is missing', sql('ALTER TABLE user DROP COLUMN role'), accounts],
    ['accounts: another column', sql('ALTER TABLE user RENAME COLUMN username TO x'), accounts],
    ['records: a text instead of a commit', pointsTo('refs/meta/drafts', text), store],
    ['records: a folder of content', pointsTo('refs/meta/drafts', 'main:content'), store],
    ['records: a commit that is not there', write(inStore('refs/meta/drafts'), `${'a'.repeat(40)}\n`), store],
    ['accounts: a folder', folderInstead(inData('accounts.sqlite')), accounts],
    [
      'accounts: locked by another program',
      ({ accountsFile }) => {
        const other = new DatabaseSync(accountsFile);
        other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
        return () => {
          other.close();
        };
      },
      /Another program has locked .*被别的程序占用/,
    ],
    ['store: gone', remove(inStore('')), gone],
    ['store: an empty folder', folderInstead(inStore('')), gone],
    [
      'store: only its frame is left',
      (s) => Promise.all(['objects', 'refs'].map((name) => remove(inStore(name))(s))),
      /no main branch.*没有正式内容的分支/,
    ],
    ['store: a file', write(inStore(''), 'x'), inTheWay],
    ['store: main is missing', remove(inStore('refs/heads/main')), /no main branch/],
    ['store: main is an empty file', cut(inStore('refs/heads/main'), 0), store],
    [
      'store: main names a commit that is not there',
      write(inStore('refs/heads/main'), `${'1'.repeat(40)}\n`),
      store,
    ],
    ['store: main is garbage', write(inStore('refs/heads/main'), Buffer.alloc(41, 0)), store],
    ['store: packed refs are garbage', write(inStore('packed-refs'), 'x\0y\n'), store],
    ['store: packed refs are cut', repacked(cut(inStore('packed-refs'), 0.6)), store],
    ['store: the records have an empty ref', cut(inStore('refs/meta/drafts'), 0), store],
    ['store: the commit of main is empty', cut(object('main'), 0), store],
    ['store: the folder of all texts is cut', cut(object('main:content'), 0.5), store],
    ['store: a published text is cut', cut(object(text), 0.5), store],
    ['store: a published text is empty', cut(object(text), 0), store],
    ['store: a published text is missing', remove(object(text)), store],
    ['store: a published text is garbage', write(object(text), 'no zlib at all'), store],
    ['store: half a pack', repacked(cut((s) => packFile(s, 'pack'), 0.5)), store],
    ['store: a pack without its index', repacked(remove((s) => packFile(s, 'idx'))), store],
    ['store: half an index of a pack', repacked(cut((s) => packFile(s, 'idx'), 0.5)), store],
    ['secret: a folder', folderInstead(inData('secret')), unwritable],
    ['lock: a folder', folderInstead(inData('lock.sqlite')), unwritable],
    ['a restore was interrupted', write(inData('restoring'), ''), /A restore .* was interrupted.*没有做完/],
    [
      'the data folder is a file',
      (s) => rm(s.data, { recursive: true }).then(() => writeFile(s.data, '')),
      unwritable,
    ],
  ];

  test.each(damages)('%s', async (_, damage, sentence) => {
    const opened = await openDamaged(origin, damage);
    await opened.desk?.close();
    expect(opened.sentence).toMatch(sentence);
    expect(opened.sentence.split('\n')).toHaveLength(1);
    // Readers keep what they had.
    if (await stat(path.join(opened.data, 'live')).catch(() => undefined))
      expect((await currentRelease(opened.data))?.id).toMatch(/bbbbbbbb$/);
  });

  test('git: missing, or too old', async () => {
    const bin = path.join(origin.fixture.folder, 'bin');
    const before = process.env['PATH'];
    try {
      await mkdir(bin);
      process.env['PATH'] = bin;
      expect((await openDamaged(origin, () => undefined)).sentence).toMatch(
        /git is not installed.*没有找到 git/,
      );
      await writeFile(path.join(bin, 'git'), '#!/bin/sh\necho git version 2.20.1\n', { mode: 0o755 });
      expect((await openDamaged(origin, () => undefined)).sentence).toMatch(
        /git 2\.20\.1 is too old.*太旧了/,
      );
    } finally {
      process.env['PATH'] = before;
    }
  });

  test('the command line for accounts says it, too', async () => {
    const { data, accountsFile } = await origin.copy('accounts-command');
    await writeFile(accountsFile, 'x'.repeat(9000));
    const script = path.join(import.meta.dirname, 'account.ts');
    const asked = promisify(execFile)(process.execPath, [script, 'list'], {
      env: { ...process.env, HUB_DATA: data },
    });
    await expect(asked).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(accounts) as string });
  });

  test('a failure has two parts', () => {
    const { english, chinese, message } = new StartFailure('a', '乙');
    expect([english, chinese, message]).toEqual(['a', '乙', 'a · 乙']);
  });
});
