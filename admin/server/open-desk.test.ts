import { mkdir, readFile, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpublishedEntries } from './protocol/unpublished-entries.ts';
import { currentRelease } from './publishing/releases.ts';
import {
  cut,
  folderInstead,
  draft,
  garbageRecord,
  inData,
  inStore,
  object,
  openDamaged,
  remove,
  sql,
  write,
} from './testing/damages.ts';
import type { Damage } from './testing/damages.ts';
import { fixtureData } from './testing/fixture-data.ts';
import type { FixtureData } from './testing/fixture-data.ts';
import { noticePath } from './testing/fixture-hub.ts';

let origin: FixtureData;
beforeAll(async () => {
  origin = await fixtureData();
});
afterAll(() => origin.fixture.cleanUp());

describe('what can be mended without loss is mended, and the desk opens', () => {
  const all = ['修车通知', '义诊通知'];
  const mended: [string, Damage, RegExp, string[]?][] = [
    ['nothing is wrong', () => undefined, /^$/],
    ['accounts: the table of sessions is missing', sql('DROP TABLE session'), /^$/],
    ['accounts: an old journal of changes', write(inData('accounts.sqlite-wal'), 'x'.repeat(9000)), /^$/],
    ['secret: missing', remove(inData('secret')), /new key.*换了新的密钥/],
    ['secret: empty', cut(inData('secret'), 0), /new key/],
    ['secret: zero bytes', write(inData('secret'), Buffer.alloc(44)), /new key/],
    ['store: HEAD is missing', remove(inStore('HEAD')), /wrote again.*HEAD/],
    ['store: HEAD is garbage', write(inStore('HEAD'), '\0\0\0'), /HEAD/],
    ['store: HEAD names another branch', write(inStore('HEAD'), 'ref: refs/heads/master\n'), /HEAD/],
    ['store: the configuration is missing', remove(inStore('config')), /config/],
    ['store: the configuration is garbage', write(inStore('config'), '[core\n'), /config/],
    ['store: an index that nobody needs', write(inStore('index'), 'garbage'), /^$/],
    ['store: locks of a killed server', write(inStore('refs/heads/main.lock'), ''), /removed 1 stale lock/],
    ['store: a draft is cut', cut(object(`${draft}:${noticePath('yizhen')}`), 0.5), /^$/, ['修车通知']],
    ['store: the commit of a draft is empty', cut(object(draft), 0), /^$/, ['修车通知']],
    ['store: a draft has an empty ref', cut(inStore(draft), 0), /^/, ['修车通知']],
    ['store: a record is no JSON', garbageRecord('half a rec'), /repaired 1/],
    ['store: a record is of another kind', garbageRecord('{"drafts":[]}'), /repaired 1/],
    [
      'store: a record is damaged',
      cut(object('refs/meta/drafts:drafts/notices/2026--yizhen.json'), 0),
      /repaired 1/,
    ],
    ['publishing: no JSON', write(inData('publishing.json'), '{"current":'), /^$/],
    ['publishing: null', write(inData('publishing.json'), 'null'), /^$/],
    [
      'publishing: of another kind',
      write(inData('publishing.json'), '{"current":5,"last":[],"wanted":{}}'),
      /^$/,
    ],
    [
      'releases: live points to nothing',
      (s) => rm(path.join(s.data, 'releases/20260315-010203-000-bbbbbbbb'), { recursive: true }),
      /live points to .*aaaaaaaa again/,
    ],
    [
      'releases: half of the live one',
      (s) => unlink(path.join(s.data, 'live/site/notices/index.html')),
      /aaaaaaaa again/,
    ],
    ['releases: its home page is empty', cut(inData('live/site/index.html'), 0), /aaaaaaaa again/],
    [
      'releases: its description is damaged',
      write((s) => path.join(s.data, 'live/release.json'), 'null'),
      /aaaaaaaa again/,
    ],
    [
      'releases: live is a folder',
      (s) => rm(inData('live')(s)).then(() => mkdir(path.join(inData('live')(s), 'x'), { recursive: true })),
      /bbbbbbbb again/,
    ],
    ['releases: live is gone', remove(inData('live')), /bbbbbbbb again/],
    ['releases: all gone', remove(inData('releases')), /live pointed to nothing/],
    [
      'releases: half of every one',
      async (settings) => {
        await unlink(path.join(settings.data, 'live/site/notices/index.html'));
        await rm(path.join(settings.data, 'releases/20260314-010203-000-aaaaaaaa/site'), { recursive: true });
      },
      /stays until the next build/,
    ],
    ['lock: garbage', write(inData('lock.sqlite'), 'x'.repeat(5000)), /^$/],
    ['first-run: cannot be written', folderInstead(inData('first-run')), /^$/],
  ];

  test.each(mended)('%s', async (_, damage, log, drafts = all) => {
    const { desk, sentence, log: lines, data } = await openDamaged(origin, damage);
    expect(sentence).toBe('');
    expect(lines).toMatch(log);
    const { store, accounts, publishing, close } = desk!;
    try {
      expect(accounts.list().map(({ username }) => username)).toEqual(['zhang', 'li']);
      const listed = await unpublishedEntries(store);
      expect(listed.map(({ title }) => title).sort()).toEqual(drafts.toSorted());
      expect([...(await store.records.read()).trash.values()].map(({ title }) => title)).toEqual([
        '作废通知',
      ]);
      const live = await currentRelease(data);
      if (live) expect(await readFile(path.join(data, 'live/site/index.html'), 'utf8')).toContain(live.id);
      else expect(lines).toContain('live pointed to nothing');
      // No content has this id, so the start builds.
      if (lines.includes('until the next build')) expect(live?.content).toBe('');
      expect(publishing.state).toBe('idle');
    } finally {
      await close();
    }
  });

  test.each([
    ['missing', remove(inData('accounts.sqlite'))],
    ['empty', cut(inData('accounts.sqlite'), 0)],
  ])('accounts that are %s are a new beginning, said in the log', async (_, damage) => {
    const { desk, log } = await openDamaged(origin, damage);
    expect(desk!.accounts.isEmpty()).toBe(true);
    expect(log).toMatch(/no accounts, although.*npm run restore.*却没有账号/);
    await desk!.close();
  });
});
