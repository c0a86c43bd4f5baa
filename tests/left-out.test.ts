import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mainCommit, openStore } from '../admin/server/git/content-store.ts';
import type { Store } from '../admin/server/git/content-store.ts';
import { mainRef } from '../admin/server/git/repository.ts';
import { seedRepository } from '../admin/server/git/seed-repository.ts';
import { Publisher } from '../admin/server/publishing/publisher.ts';
import { currentRelease, siteFolder } from '../admin/server/publishing/releases.ts';
import type { Release } from '../admin/server/publishing/releases.ts';
import { li, noticeText, zhang } from '../admin/server/testing/fixture-hub.ts';
import { leftOutFor, leftOutMessage } from '../admin/shared/left-out.ts';
import { contentId, FileFactsCache } from '../src/media/facts-cache.ts';
import { elementsIn, attributeOf } from '../src/html/tree.ts';
import { parse } from 'parse5';
import { around, stoppers } from './stoppers/all.ts';

/**
 * One real build of everything that was thought to stop a build, started by the desk's server: what the check accepts has
 * its pages, and what it refuses, or what breaks all the same, is missing and told.
 */
const root = path.resolve(import.meta.dirname, '..');
let data: string;
let store: Store;
let release: Release;
let site: string;
const log: string[] = [];

const old = noticeText('食堂开饭', 'kaifan', '十一点开饭。');
const brokenNotice = noticeText('坏了的图片', 'tupian', '![灯](deng.jpg)');

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'hub-left-out-'));
  const content = path.join(data, 'begin');
  for (const [name, text] of Object.entries({ ...around, 'notices/2026/kaifan/index.md': old })) {
    await mkdir(path.dirname(path.join(content, name)), { recursive: true });
    await writeFile(path.join(content, name), text);
  }
  await seedRepository(path.join(data, 'store.git'), content);
  store = openStore(path.join(data, 'store.git'));

  // The release that readers have. What it looks like does not matter here.
  const quick = `const fs = require('fs'); fs.mkdirSync(process.env.OUT_DIR, { recursive: true });`;
  await publish([process.execPath, '-e', quick]);
  await commitAs(li, [
    ...stoppers.flatMap(({ files }) => Object.entries(files)),
    ['notices/2026/kaifan/index.md', old.replace('title: 食堂开饭', 'title: ')],
  ]);
  // The picture is broken, and the check was told that it is not, so only Astro notices.
  const broken = Buffer.from('not a picture at all');
  const facts = new FileFactsCache(path.join(data, 'cache'));
  const whole = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  await facts.of(contentId(broken), () => Promise.resolve(whole));
  await commitAs(zhang, [
    ['notices/2026/tupian/index.md', brokenNotice],
    ['notices/2026/tupian/deng.jpg', broken],
  ]);
  release = await publish([process.execPath, path.join(root, 'scripts/build.ts')]);
  site = siteFolder(data, release.id);
});
afterAll(async () => {
  store.repository.close();
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
});

async function commitAs(
  person: typeof li,
  files: readonly (readonly [string, string | Uint8Array])[],
): Promise<void> {
  const changes = new Map<string, string>();
  for (const [name, content] of files)
    changes.set(`content/${name.normalize('NFC')}`, await store.repository.storeBlob(content));
  const main = await mainCommit(store);
  const tree = await store.repository.writeTree(main, changes);
  const commit = await store.repository.commit(tree, [main], person, 'Change\n');
  await store.repository.transact(() =>
    Promise.resolve({ changes: [{ ref: mainRef, from: main, to: commit }], result: undefined }),
  );
}

async function publish(command: string[]): Promise<Release> {
  const publisher = new Publisher({
    store,
    data,
    project: root,
    command,
    minutes: 15,
    code: command.join(' '),
    log: (line) => log.push(line),
  });
  await publisher.start();
  await publisher.settled();
  await publisher.stop();
  const live = await currentRelease(data);
  if (!live) throw new Error(log.join('\n'));
  return live;
}

const accepted = stoppers.filter(({ refused }) => !refused);
const isThere = (file: string): Promise<boolean> =>
  stat(path.join(site, file)).then(
    (found) => found.isFile(),
    () => false,
  );

test('the release is of the newest commit, and says what was left out', async () => {
  expect(release.commit).toBe(await mainCommit(store));
  const refused = stoppers.filter((each) => each.refused);
  expect(release.leftOut?.count).toBe(refused.length + 2);
  for (const { entry, live } of release.leftOut?.entries ?? []) {
    if (entry !== 'notices/2026/kaifan') expect(live).toBe('none');
  }
});

test('everything else has its pages in both views', async () => {
  const missing: string[] = [];
  for (const { entry } of accepted) {
    for (const page of [`${entry}/index.html`, `elder/${entry}/index.html`]) {
      if (!(await isThere(page))) missing.push(page);
    }
  }
  expect(missing).toEqual([]);
});

test('no address in these pages leads nowhere', async () => {
  const dead: string[] = [];
  for (const { entry } of accepted) {
    const html = await readFile(path.join(site, entry, 'index.html'), 'utf8');
    for (const element of elementsIn(parse(html))) {
      const address = attributeOf(element, element.tagName === 'a' ? 'href' : 'src');
      const url = address === undefined ? null : URL.parse(address, `http://site/${entry}/`);
      if (url?.host !== 'site' || !/^https?:$/.test(url.protocol)) continue;
      const name = decodeURIComponent(url.pathname);
      if (!(await isThere(name.endsWith('/') ? `${name}index.html` : name))) dead.push(`${entry}: ${name}`);
    }
  }
  expect(dead).toEqual([]);
});

test('the published version of a changed entry stays, and a new one with a broken picture is left out', async () => {
  expect(await readFile(path.join(site, 'notices/2026/kaifan/index.html'), 'utf8')).toContain('食堂开饭');
  expect(await isThere('notices/2026/tupian/index.html')).toBe(false);
  const find = (entry: string) => release.leftOut?.entries.find((each) => each.entry === entry);
  expect(find('notices/2026/kaifan')).toMatchObject({ live: 'previous', reason: 'problem' });
  expect(find('notices/2026/tupian')).toMatchObject({ live: 'none', reason: 'page', title: '坏了的图片' });
  expect(find('notices/2026/tupian')?.detail).toContain('deng.jpg');
});

test('those who wrote it are told, and those who publish are told everything', () => {
  const told = (username: string, publishes: boolean): string[] =>
    leftOutFor(release.leftOut, { username, publishes }).entries.map(({ entry }) => entry);
  expect(told('zhang', false)).toEqual(['notices/2026/tupian']);
  expect(told('li', false)).not.toContain('notices/2026/tupian');
  expect(told('li', false)).toContain('notices/2026/kaifan');
  expect(told('wang', false)).toEqual([]);
  expect(told('wang', true)).toContain('notices/2026/tupian');
  const sentences = leftOutMessage(leftOutFor(release.leftOut, { username: 'zhang', publishes: false }));
  expect(sentences).toBe(`通知公告《坏了的图片》（最后由张敏改动）的网页生成不出来，读者现在看不到它。
  请检查新加的图片和附件；没有看出问题，就请告诉网络管理员。
改好再发布，它们就会更新到网站。其他内容都已经更新。`);
});

test('the content of the release is kept for the next build, without what was left out', async () => {
  const kept = path.join(data, 'releases', release.id, 'content');
  expect(await readFile(path.join(kept, 'notices/2026/kaifan/index.md'), 'utf8')).toBe(old);
  await expect(stat(path.join(kept, 'notices/2026/tupian'))).rejects.toThrow('ENOENT');
});
