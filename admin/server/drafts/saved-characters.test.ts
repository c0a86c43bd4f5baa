import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDraft } from './save-draft.ts';
import { mergeDraft } from './merge-draft.ts';
import { handleAction } from '../protocol/proxy-protocol.ts';
import { gitText } from '../git/run-git.ts';
import { reconcileDrafts } from './reconcile-drafts.ts';
import { seedRepository } from '../git/seed-repository.ts';
import { li, noticePath, noticeText, fixtureHub, zhang } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import { mainCommit, openStore } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

let fixture: FixtureHub;
let store: Store;

/** 居民停水通知 in GBK, which Chinese Notepad calls ANSI. */
const gbk = Buffer.from('bed3c3f1cda3cbaecda8d6aa', 'hex');

beforeAll(async () => {
  fixture = await fixtureHub();
  const file = path.join(fixture.content, 'notices/2026/ansi/index.md');
  await mkdir(path.dirname(file), { recursive: true });
  const head = '---\nslug: ansi\npublished: 2026-03-15T09:30:00+08:00\nsummary: 1\norgs: [shequ]\ntitle: ';
  await writeFile(file, Buffer.concat([Buffer.from(head), gbk, Buffer.from('\n---\n\n2\n')]));
  await seedRepository(`${fixture.folder}/store.git`, fixture.content);
  store = openStore(`${fixture.folder}/store.git`);
});
afterAll(async () => {
  store.repository.close();
  await fixture.cleanUp();
});

test('reads the title of a GBK text, published or in a pushed branch', async () => {
  const { repository } = store;
  const text = (slug: string) => noticeText('另一篇', slug, '正文。');
  const place = { collection: 'notices', slug: '2026/ansi/index', path: noticePath('ansi') };
  const again = saveDraft(store, li, { ...place, text: text('ansi'), assets: [], isNew: true });
  await expect(again).rejects.toThrow('已经有一篇内容用了这个网址名：《居民停水通知》');

  const main = await mainCommit(store);
  const { id } = (await repository.read(`${main}:${noticePath('ansi')}`))!;
  const tree = await repository.writeTree(main, new Map([[noticePath('tui'), id]]));
  const commit = await repository.commit(tree, [main], li, 'Pushed\n');
  await gitText(repository.folder, ['update-ref', 'refs/heads/cms/notices/2026--tui', commit]);
  expect(await reconcileDrafts(store)).toBe(1);
  const ask = (action: string, params: object = {}) =>
    handleAction({ store, published: () => undefined }, li, { action, params });
  expect(await ask('allUnpublishedEntries')).toMatchObject([
    { slug: '2026/tui/index', title: '居民停水通知' },
  ]);
  const file = await ask('unpublishedEntryDataFile', {
    collection: 'notices',
    slug: '2026/tui/index',
    path: noticePath('tui'),
  });
  expect(file).toMatchObject({ data: expect.stringContaining('title: 居民停水通知\n') as string });
});

const problemsAt = async (folder: string): Promise<string[]> =>
  (await store.checks.problemsOf(await store.snapshots.listing(await mainCommit(store)), folder)).map(
    ({ message }) => message,
  );

test('reports a GBK file, opens it decoded, and converts it when it is saved', async () => {
  expect((await problemsAt('notices/2026/ansi')).join()).toContain('这个文件是用 GBK（也叫 ANSI）编码保存的');
  const entry = (await handleAction({ store, published: () => undefined }, li, {
    action: 'getEntry',
    params: { path: noticePath('ansi') },
  })) as { data: string; version: string };
  expect(entry.data).toContain('title: 居民停水通知\n');
  const draft = { collection: 'notices', slug: '2026/ansi/index', path: noticePath('ansi'), assets: [] };
  const text = entry.data.replace('\n2\n', '\n请储水。\n');
  const saved = await saveDraft(store, li, { ...draft, text, isNew: false, baseVersion: entry.version });
  expect(saved.problems).toEqual([]);
  await mergeDraft(store, zhang, 'notices', '2026/ansi', saved.version);
  expect(await problemsAt('notices/2026/ansi')).toEqual([]);
});

test('refuses to publish replacement and bidirectional control characters', async () => {
  const saved = await saveDraft(store, li, {
    collection: 'notices',
    slug: '2026/zhuan/index',
    path: noticePath('zhuan'),
    text: noticeText('关于\u202e停水', 'zhuan', '请储\ufffd水。'),
    assets: [],
    isNew: true,
  });
  const sentences = [
    '“标题”里“关于”和“停水”之间有一个看不见的符号，会让后面的文字倒着显示。请删去这几个字，重新打一遍。',
    '“摘要”里“关于”和“停水的摘要。”之间有一个看不见的符号，会让后面的文字倒着显示。请删去这几个字，重新打一遍。',
    '这一行里“请储”和“水。”之间有一个乱码“\ufffd”，原来的字已经丢了。请对照原文把这个字补上。',
  ];
  expect(saved.problems.map(({ message }) => message)).toEqual(sentences);
  await expect(mergeDraft(store, zhang, 'notices', '2026/zhuan', saved.version)).rejects.toThrow(
    '共 3 处需要修改',
  );
});

test.each([
  ['letters', '长'.repeat(5000), '长'.repeat(200)],
  ['characters of two units', `a${'𠮷'.repeat(3000)}`, `a${'𠮷'.repeat(99)}`],
  ['lines', `"${'一\\n二'.repeat(2000)}"`, '一 二'.repeat(67).slice(0, 200)],
])('a title of very many %s is short in lists and messages', async (name, title, shown) => {
  const slug = `chang-${String(name.length)}`;
  await saveDraft(store, zhang, noticeDraft(title, slug, '正文。'));
  const { drafts } = await store.records.read();
  expect(drafts.get(`drafts/notices/2026--${slug}`)?.title).toBe(shown);
});
