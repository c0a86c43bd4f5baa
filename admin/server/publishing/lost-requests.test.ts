import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import { readLeftOut } from './left-out-entries.ts';
import { publishedContent } from './published-content.ts';
import { Publisher } from './publisher.ts';
import { activateRelease, buildingFolder, contentOf, currentRelease } from './releases.ts';
import type { Release } from './releases.ts';

let fixture: FixtureStore;
let data: string;
let publisher: Publisher;
let builds = 0;
const made = `const fs = require('node:fs'); fs.mkdirSync(process.env.OUT_DIR, { recursive: true });
fs.writeFileSync(process.env.OUT_DIR + '/index.html', '首页');`;

beforeEach(async () => {
  fixture = await fixtureStore();
  data = path.join(path.dirname(fixture.store.repository.folder), 'data');
  await mkdir(data, { recursive: true });
  builds = 0;
  publisher = new Publisher({
    store: fixture.store,
    data,
    project: data,
    command: [process.execPath, '-e', made],
    minutes: 1,
    code: '',
    log: (line) => {
      if (/^build \S+ starts$/.test(line)) builds++;
    },
  });
  await publisher.start();
  await publisher.settled();
});
afterEach(async () => {
  await publisher.stop();
  await fixture.cleanUp();
});

async function publish(slug: string): Promise<void> {
  await saveDraft(fixture.store, zhang, noticeDraft('通知', slug, '正文。'));
  await mergeDraft(fixture.store, zhang, 'notices', `2026/${slug}`);
}

test('what was published is built, even if the request for it was lost', async () => {
  expect(builds).toBe(1);
  await publish('yi');
  await publisher.requestIfChanged();
  await publisher.settled();
  expect(builds).toBe(2);
});

test('nothing is built again if nothing was lost', async () => {
  await publisher.requestIfChanged();
  // A draft changes nothing for readers.
  await saveDraft(fixture.store, zhang, noticeDraft('通知', 'er', '正文。'));
  await publisher.requestIfChanged();
  await publisher.settled();
  expect(builds).toBe(1);
});

async function pretendLive(commit: string): Promise<Release> {
  const release = { id: '9', commit, content: '', code: '', builtAt: '', ms: 1 };
  await mkdir(buildingFolder(data, release.id), { recursive: true });
  await activateRelease(data, release);
  return release;
}

test.each([
  ['of another store', 'a'.repeat(40)],
  ['that is no commit', 'HEAD~400'],
  ['of nothing', ''],
])('a live release %s, as after a restore, does not stop the next one', async (_, commit) => {
  await pretendLive(commit);
  await publish('san');
  publisher.request('张敏');
  await publisher.settled();
  const live = await currentRelease(data);
  expect([live?.id === '9', live?.leftOut]).toEqual([false, { count: 0, entries: [] }]);
});

test('the content of the live release is what it has kept', async () => {
  const live = await currentRelease(data);
  const kept = contentOf(path.join(data, 'releases', live!.id));
  const work = path.join(data, 'work', 'x');
  const { repository } = fixture.store;
  expect(await publishedContent(repository, data, work)).toBe(kept);
  await rm(kept, { recursive: true });
  expect(await publishedContent(repository, data, work)).toBe(path.join(work, 'published', 'content'));
});

test('names no people when the history cannot be read, and the release goes live', async () => {
  const site = path.join(data, 'site');
  const entry = {
    entry: 'notices/2026/a',
    title: '甲',
    live: 'none',
    reason: 'page',
    messages: [],
    detail: '',
  };
  await writeFile(`${site}.report.json`, JSON.stringify({ count: 1, entries: [entry] }));
  const report = await readLeftOut(fixture.store.repository, 'a'.repeat(40), site);
  expect(report).toEqual({ count: 1, entries: [entry] });
});
