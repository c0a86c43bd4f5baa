import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDraft } from './save-draft.ts';
import type { DraftToSave } from './draft-base.ts';
import { gitText } from '../git/run-git.ts';
import { reconcileDrafts } from './reconcile-drafts.ts';
import { mergeDraft } from './merge-draft.ts';
import { draftRecordKey } from '../git/record-store.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { mainRef } from '../git/repository.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { trashEntry } from '../trash/move-to-trash.ts';

let fixture: FixtureStore;
let store: Store;

beforeAll(async () => {
  fixture = await fixtureStore();
  store = fixture.store;
});
afterAll(() => fixture.cleanUp());

const notice = (slug: string, body: string, more: Partial<DraftToSave> = {}): DraftToSave =>
  noticeDraft('消防演练', slug, body, { isNew: false, ...more });
/** Saves a draft as one person and publishes it as another. */
async function publish(slug: string, body: string, more: Partial<DraftToSave> = {}): Promise<string> {
  await saveDraft(store, li, notice(slug, body, { isNew: true, ...more }));
  await mergeDraft(store, zhang, 'notices', `2026/${slug}`);
  return (await versionNow(slug)) ?? '';
}
const versionNow = async (slug: string): Promise<string | undefined> =>
  versionAt(store, await mainCommit(store), `notices/2026/${slug}`);
async function sentence(asked: Promise<unknown>): Promise<string> {
  const { status, message } = await expectRefusal(asked);
  expect(status).toBe(409);
  return message;
}
const byZhang = /^张敏在\d+月\d+日 \d\d:\d\d保存了这篇内容的另一版，您的修改没有存上/;

/** Adds a commit to main like another program would, with any author line and any parents. */
async function commitOnMain(author: string, path: string, text: string, parents: string[]): Promise<void> {
  const { repository } = store;
  const main = await mainCommit(store);
  const tree = await repository.writeTree(main, new Map([[path, await repository.storeBlob(text)]]));
  const lines = [
    `tree ${tree}`,
    ...[main, ...parents].map((parent) => `parent ${parent}`),
    author,
    'committer x <x@x> 1773538200 +0800',
  ];
  const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'];
  const commit = await gitText(repository.folder, args, { input: `${lines.join('\n')}\n\n改\n` });
  await gitText(repository.folder, ['update-ref', mainRef, commit, main]);
}

test('refuses an edit of an outdated text with the name and time of the publication', async () => {
  const older = await publish('yi', '第一版。');
  const draft = await saveDraft(store, li, notice('yi', '第二版。', { baseVersion: older }));
  await mergeDraft(store, zhang, 'notices', '2026/yi', draft.version);
  const edit = saveDraft(store, li, notice('yi', '李强的改法。', { baseVersion: older }));
  expect(await sentence(edit)).toMatch(byZhang);
});

test('refuses a slug of a published entry with its author and time', async () => {
  await publish('er', '正文。');
  const again = saveDraft(store, li, notice('er', '另一篇。', { isNew: true }));
  expect(await sentence(again)).toMatch(
    /^已经有一篇内容用了这个网址名：《消防演练》（张敏在\d+月\d+日 \d\d:\d\d保存）。请换一个网址名，如“er-2”。$/,
  );
});

test('refuses an edit of a deleted or moved entry with the name of the person', async () => {
  const [deleted, moved] = [await publish('san', '正文。'), await publish('si', '正文。')];
  await trashEntry(store, zhang, noticePath('san'));
  const newPath = 'content/notices/2025/si/index.md';
  const text = noticeText('消防演练', 'si', '正文。').replace('2026-03', '2025-03');
  await saveDraft(store, zhang, notice('si', '', { baseVersion: moved, newPath, text }));
  await mergeDraft(store, zhang, 'notices', '2025/si');
  for (const [slug, baseVersion] of [
    ['san', deleted],
    ['si', moved],
  ] as const) {
    expect(await sentence(saveDraft(store, li, notice(slug, '改。', { baseVersion })))).toMatch(
      /^这篇内容已经不在了：张敏在\d+月\d+日 \d\d:\d\d删除或移动了它/,
    );
  }
});

test('attributes changes made in a merge commit to its author', async () => {
  const older = await publish('wu', '第一版。');
  const side = await store.repository.commit(
    await store.repository.writeTree(await mainCommit(store), new Map()),
    [await mainCommit(store)],
    li,
    '旁边的一笔\n',
  );
  await commitOnMain('author 王芳 <wang@x> 1773538200 +0800', noticePath('wu'), '合并时改的。', [side]);
  const edit = saveDraft(store, li, notice('wu', '李强的改法。', { baseVersion: older }));
  expect(await sentence(edit)).toMatch(/^王芳在3月15日 09:30保存了这篇内容的另一版/);
});

test.each([
  ['liu', 'author A <b> 李 <li@x> 1773538200 +0000', /^A <b> 李在3月15日 09:30保存了/],
  ['qi', 'author <nobody@x> 1773538200 +0800', /^别人在3月15日 09:30保存了/],
  ['ba', 'author 王芳 <w@x> 99999999999999999 +0800', /^王芳刚刚保存了/],
  ['jiu', 'author 王芳 <w@x>', /^王芳刚刚保存了/],
])('%s: handles the author line "%s" of other programs', async (slug, author, expected) => {
  const older = await publish(slug, '第一版。');
  await commitOnMain(author, noticePath(slug), '别处改的。', []);
  const edit = saveDraft(store, li, notice(slug, '李强的改法。', { baseVersion: older }));
  expect(await sentence(edit)).toMatch(expected);
});

test('ignores the git configuration of the repository', async () => {
  const older = await publish('shi', '第一版。');
  const { folder } = store.repository;
  for (const [name, value] of [
    ['log.showSignature', 'true'],
    ['log.diffMerges', 'separate'],
    ['color.ui', 'always'],
    ['diff.orderFile', '/nowhere'],
  ] as const) {
    await gitText(folder, ['config', name, value]);
  }
  const draft = await saveDraft(store, li, notice('shi', '第二版。', { baseVersion: older }));
  await mergeDraft(store, zhang, 'notices', '2026/shi', draft.version);
  const edit = saveDraft(store, li, notice('shi', '李强的改法。', { baseVersion: older }));
  expect(await sentence(edit)).toMatch(byZhang);
});

test('stores unusual names and multi-line titles on one line', async () => {
  const log = (ref: string) => gitText(store.repository.folder, ['log', '-1', '--format=%an|%B', ref]);
  const text = noticeText('"两行\\n标题"', 'shiyi', '正文。');
  const draft = notice('shiyi', '', { isNew: true, text });
  await saveDraft(store, { ...zhang, name: "'.'" }, draft);
  expect(await log('refs/heads/cms/notices/2026--shiyi')).toBe('zhang|Draft notices/2026/shiyi: 两行 标题');

  await saveDraft(store, zhang, notice('shisan', '正文。', { isNew: true }));
  await mergeDraft(store, { ...li, name: '李\n强 <x>\nPublished-by: 别人' }, 'notices', '2026/shisan');
  const name = '李 强 x Published-by: 别人';
  expect(await log('main')).toBe(
    `${name}|Publish notices/2026/shisan: 消防演练\n\nPublished-by: ${name} <li@hub.invalid>`,
  );
});

test('ignores pushed branches that are not drafts', async () => {
  const { repository } = store;
  const before = (await store.records.read()).drafts.size;
  const blob = await repository.storeBlob('x');
  const strange = new Map([['content/notices/二〇二六/有 空格/index.md', blob]]);
  const main = await mainCommit(store);
  const other = await repository.commit(await repository.writeTree(undefined, strange), [], li, '别的历史\n');
  const odd = await repository.commit(await repository.writeTree(main, strange), [main], li, '怪名字\n');
  await gitText(repository.folder, ['update-ref', 'refs/heads/cms/notices/2026--bie', other]);
  await gitText(repository.folder, ['update-ref', 'refs/heads/cms/notices/2026--guai', odd]);
  expect(await reconcileDrafts(store)).toBe(0);
  expect((await store.records.read()).drafts.size).toBe(before);
});

test('rebuilds the record of a draft that moves its entry', async () => {
  const version = await publish('shier', '正文。', {
    text: noticeText('消防演练', 'shier', '写得长一些，搬家时又改了大半。'.repeat(20)),
  });
  const newPath = 'content/notices/2025/shier/index.md';
  const text = noticeText('全部重写', 'shier', '另起一段。').replace('2026-03', '2025-03');
  await saveDraft(store, li, notice('shier', '', { baseVersion: version, newPath, text }));
  const records = await store.records.read();
  const key = draftRecordKey('notices', '2026/shier');
  await store.repository.transact(async () => ({
    changes: [await store.records.next(records, new Map([[key, undefined]]), 'lost\n')],
    result: undefined,
  }));
  expect(await reconcileDrafts(store)).toBe(1);
  expect((await store.records.read()).drafts.get(key)).toMatchObject({
    folder: 'notices/2025/shier',
    from: 'notices/2026/shier',
    updatedBy: { name: '李强', username: 'li' },
  });
});

test('the refusal of a taken name suggests one that no published entry has', async () => {
  await publish('yanlian', '一');
  await publish('yanlian-2', '二');
  expect(await sentence(saveDraft(store, li, notice('yanlian', '三', { isNew: true })))).toContain(
    '请换一个网址名，如“yanlian-3”。',
  );
});
