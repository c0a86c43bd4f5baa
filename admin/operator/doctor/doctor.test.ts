import { chmod, chown, lstat, readdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cut,
  draft,
  garbageRecord,
  inData,
  inStore,
  object,
  remove,
  repacked,
  sql,
  text,
  write,
} from '../../server/testing/damages.ts';
import type { Damage } from '../../server/testing/damages.ts';
import { fixtureData, packFile } from '../../server/testing/fixture-data.ts';
import type { FixtureData } from '../../server/testing/fixture-data.ts';
import { noticePath } from '../../server/testing/fixture-hub.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { examine } from './examine.ts';
import { lineOf } from './finding.ts';
import type { Check } from './finding.ts';
import { checkPrograms, checkRights } from './machine-checks.ts';
import { checkAccounts } from './account-checks.ts';
import { checkBackup } from './outside-checks.ts';
import { checkReleases } from './release-checks.ts';
import { checkStore } from './store-checks.ts';

let origin: FixtureData;
beforeAll(async () => {
  origin = await fixtureData();
});
afterAll(() => origin.fixture.cleanUp());

/** Names, sizes, rights and times of everything in a folder. */
async function traces(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return Promise.all(
    names.sort().map(async (name) => {
      const { size, mode, mtimeMs } = await lstat(path.join(folder, name));
      return [name, size, mode, mtimeMs].join(' ');
    }),
  );
}

let copies = 0;
/** What the doctor says about a damaged copy; fails if it leaves anything behind. */
async function examined(damage: Damage, only?: Record<string, Check>, LANG = 'C.UTF-8'): Promise<string[]> {
  const settings = { ...(await origin.copy(`patient-${String(++copies)}`)), port: 1 };
  await damage(settings);
  const before = await traces(settings.data);
  const said: string[] = [];
  const context = { settings, now: new Date(), env: { LANG } };
  const findings = await examine(context, (finding) => said.push(lineOf(finding)), only);
  expect(said).toEqual(findings.map(lineOf));
  expect(await traces(settings.data)).toEqual(before);
  for (const line of said) expect(line).toMatch(/^\[(?:ok|warn|error)\] +\S.* · .*[\p{Script=Han}\d]/u);
  return said;
}

test('a hub that is well: one line for each part, nothing to mend', async () => {
  const folder = path.join(origin.fixture.folder, 'backups');
  const said = await examined((settings) => makeBackup(settings, folder));
  const levels = said.map((line) => line.slice(0, 4));
  expect(said.filter((line) => line.startsWith('[error]'))).toEqual([]);
  expect(levels.filter((level) => level === '[ok]').length).toBeGreaterThan(10);
  for (const part of [/Clock/, /Memory/, /Disk/, /Rights/, /not running/, /git \d/, /Node v/, /Mirror: none/])
    expect(said.filter((line) => part.test(line))).toHaveLength(1);
  expect(said.join('\n')).toMatch(
    /every object is whole; 4 texts, 2 drafts, 1 drafts in the trash · .*草稿 2 篇/,
  );
  expect(said.join('\n')).toMatch(/2 people, 1 of them administrators/);
  expect(said.join('\n')).toMatch(/bbbbbbbb is served and whole; 2 releases/);
  expect(said.join('\n')).toMatch(/Backup: .*, 0 days old, whole/);
});

describe('says what is wrong and what to do', () => {
  // Only the check that should notice it: all of them together are seen above.
  const store = { Store: checkStore };
  const accounts = { Accounts: checkAccounts };
  const site = { Site: checkReleases };
  const damages: [string, Record<string, Check>, Damage, RegExp][] = [
    ['HEAD', store, write(inStore('HEAD'), ''), /^\[error\] git cannot open the store.*next start mends/],
    ['the configuration', store, write(inStore('config'), '[core'), /^\[error\] git cannot open the store/],
    [
      'main is gone',
      store,
      remove(inStore('refs/heads/main')),
      /^\[error\] The store has no main branch.*run "git -C \S+ update-ref refs\/heads\/main [0-9a-f]{40}"/,
    ],
    [
      'main and the releases are gone',
      store,
      (s) => Promise.all([remove(inStore('refs/heads/main'))(s), remove(inData('live'))(s)]),
      /^\[error\] The store has no main branch; .*npm run restore/,
    ],
    [
      'main is empty',
      store,
      cut(inStore('refs/heads/main'), 0),
      /^\[error\] The branch of published content cannot be read.*npm run restore/,
    ],
    [
      'a draft has an empty ref',
      store,
      cut(inStore(draft), 0),
      /^\[error\] The ref refs\/heads\/cms\/notices\/2026--yizhen cannot be read/,
    ],
    [
      'a published text is cut',
      store,
      cut(object(text), 0.5),
      /^\[error\] Objects of the store are damaged.*affected: .*refs\/heads\/main.*npm run restore/,
    ],
    [
      'a draft is cut',
      store,
      cut(object(`${draft}:${noticePath('yizhen')}`), 0.5),
      /^\[error\] Objects .*affected: refs\/heads\/cms\/notices\/2026--yizhen\. Only these drafts are lost.*坏的只是这几篇草稿/,
    ],
    ['half a pack', store, repacked(cut((s) => packFile(s, 'pack'), 0.5)), /^\[error\] Objects/],
    ['packed refs', store, write(inStore('packed-refs'), 'x\n'), /^\[error\] Store: .*packed/],
    [
      'a record',
      store,
      garbageRecord('null'),
      /^\[warn\] +The record drafts\/notices\/2026--yizhen cannot be read/,
    ],
    [
      'accounts are garbage',
      accounts,
      write(inData('accounts.sqlite'), Buffer.alloc(9000, 'x')),
      /^\[error\] The accounts are damaged.*npm run restore/,
    ],
    [
      'accounts lack a column',
      accounts,
      sql('ALTER TABLE user DROP COLUMN role'),
      /^\[error\] The accounts are damaged \(no such column: role\)/,
    ],
    [
      'accounts are gone',
      accounts,
      remove(inData('accounts.sqlite')),
      /^\[warn\] +There are no accounts.*npm run restore/,
    ],
    [
      'no administrator',
      accounts,
      sql("UPDATE user SET disabled = 1 WHERE username = 'zhang'"),
      /^\[error\] Nobody who is enabled.*account\.ts add/,
    ],
    [
      'an unknown role',
      accounts,
      sql("UPDATE user SET role = 'boss' WHERE username = 'li'"),
      /^\[warn\] +li has the unknown role "boss"/,
    ],
    ['no key', accounts, cut(inData('secret'), 0), /^\[warn\] +The key for sign-ins/],
    [
      'half a release',
      site,
      remove(inData('live/site/notices')),
      /^\[error\] The release that is served is not whole.*restart/,
    ],
    [
      'live points to nothing',
      site,
      remove(inData('live/release.json')),
      /^\[error\] The release that is served is not whole/,
    ],
    [
      'no release',
      site,
      (s) => Promise.all([remove(inData('live'))(s), remove(inData('releases'))(s)]),
      /^\[warn\] +There is no release yet/,
    ],
    [
      'a failed build',
      site,
      write(
        inData('publishing.json'),
        '{"last":{"state":"failed","commit":"","by":"","at":"2026-03-01","message":""}}',
      ),
      /^\[warn\] +The last build \(2026-03-01\)/,
    ],
    ['an interrupted restore', site, write(inData('restoring'), ''), /^\[error\] A restore was interrupted/],
    [
      'others can read the accounts',
      { Rights: checkRights },
      (s) => chmod(s.accountsFile, 0o644),
      /^\[warn\] +Others can read .*chmod 600/,
    ],
    [
      'a backup that is not whole',
      { Backup: checkBackup },
      async (s) =>
        truncate(
          path.join((await makeBackup(s, path.join(origin.fixture.folder, 'cut'))).folder, 'secret'),
          1,
        ),
      /^\[warn\] +The last backup .* is not whole/,
    ],
    [
      'a backup of last month',
      { Backup: checkBackup },
      (s) =>
        makeBackup(s, path.join(origin.fixture.folder, 'old')).then(async ({ folder }) =>
          writeFile(
            inData('last-backup.json')(s) as string,
            JSON.stringify({ at: '2020-01-01T00:00:00Z', folder }),
          ),
        ),
      /^\[warn\] +Backup: .* days old, whole; make one every day/,
    ],
    [
      'a damaged note about the backup',
      { Backup: checkBackup },
      write(inData('last-backup.json'), 'null'),
      /^\[warn\] +No backup has been made/,
    ],
  ];

  test.each(damages)('%s', async (_, only, damage, line) => {
    const said = await examined(damage, only);
    expect(said.filter((each) => line.test(each))).toHaveLength(1);
  });

  test('files of another user in the store', async () => {
    // Only root can give files away; for anyone else there is nothing to find.
    if (process.getuid?.() !== 0) return;
    const said = await examined(
      ({ repository }) => chown(path.join(repository, 'refs/heads/main'), 65534, 65534),
      { Rights: checkRights },
    );
    expect(said.join('\n')).toMatch(/\[error\] \S+main belongs to another user.*chown -R/);
  });

  test('a terminal without Chinese', async () => {
    expect((await examined(() => undefined, { Programs: checkPrograms }, 'C')).join('\n')).toMatch(
      /\[warn\] +The locale C;/,
    );
  });
});
