import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findDraft } from './draft-lookup.ts';
import { saveDraft } from './save-draft.ts';
import type { DraftToSave } from './draft-base.ts';
import { gitText } from '../git/run-git.ts';
import { reconcileDrafts } from './reconcile-drafts.ts';
import { mergeDraft } from './merge-draft.ts';
import { handleAction } from '../protocol/proxy-protocol.ts';
import { draftRecordKey } from '../git/record-store.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import type { Store } from '../git/content-store.ts';
import { restoreFromTrash } from '../trash/restore-from-trash.ts';
import { trashDraft, trashEntry, trashList } from '../trash/move-to-trash.ts';

let fixture: FixtureStore;
let store: Store;

beforeAll(async () => {
  fixture = await fixtureStore();
  store = fixture.store;
});
afterAll(() => fixture.cleanUp());

const notice = (slug: string, body: string, more: Partial<DraftToSave> = {}): DraftToSave =>
  noticeDraft('消防演练', slug, body, { isNew: false, ...more });
const onMain = (slug: string): Promise<string> =>
  gitText(store.repository.folder, ['show', `main:${noticePath(slug)}`]);

describe('a draft', () => {
  test('is hidden until it is published with its picture, under the names of the people', async () => {
    const picture = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle r="4"/></svg>',
    );
    const saved = await saveDraft(
      store,
      li,
      notice('xiaofang', '周三演练。\n\n![集合点示意图](tu.svg)', {
        isNew: true,
        assets: [{ path: 'tu.svg', bytes: picture }],
      }),
    );
    expect(saved.problems).toEqual([]);
    await expect(onMain('xiaofang')).rejects.toThrow();

    await mergeDraft(store, zhang, 'notices', '2026/xiaofang', saved.version);
    expect(await onMain('xiaofang')).toContain('周三演练');
    const log = await gitText(store.repository.folder, ['log', '-1', '--format=%an|%cn|%B', 'main']);
    expect(log).toMatch(/^张敏\|Gongjian Hub\|Publish notices\/2026\/xiaofang: 消防演练/);
    expect(log).toContain('Published-by: 张敏 <zhang@hub.invalid>');
    const authors = await gitText(store.repository.folder, ['log', '--format=%an', 'main']);
    expect(authors.split('\n')).toContain('李强');
    expect(await findDraft(store, 'notices', '2026/xiaofang')).toBeUndefined();
  });

  test('refuses an edit of an outdated text with the other editor and the time', async () => {
    const entry = (await handleAction({ store, published: () => undefined }, li, {
      action: 'getEntry',
      params: { path: noticePath('xiaofang') },
    })) as { version: string };
    const first = notice('xiaofang', '周四演练。', { baseVersion: entry.version });
    const saved = await saveDraft(store, li, first);
    const refusal = await expectRefusal(
      saveDraft(store, zhang, notice('xiaofang', '周五演练。', { baseVersion: entry.version })),
    );
    expect(refusal.status).toBe(409);
    expect(refusal.message).toMatch(/^李强在\d+月\d+日 \d\d:\d\d保存了这篇内容的另一版，您的修改没有存上/);
    expect(refusal.details).toMatchObject({ current: { version: saved.version, by: '李强' } });
    // Repeating the same save is no conflict: the first response may have been lost.
    expect(await saveDraft(store, li, first)).toMatchObject({ version: saved.version, unchanged: true });
  });

  test('reports problems at saving, and refuses to publish with them', async () => {
    const saved = await saveDraft(
      store,
      li,
      notice('cuowu', '见[公告](/notices/2026/meiyou/)。', {
        isNew: true,
        text: noticeText('有错的通知', 'cuowu', '见[公告](/notices/2026/meiyou/)。').replace(
          '- shequ',
          '- shequu',
        ),
      }),
    );
    expect(saved.problems.map(({ label }) => label)).toEqual(['发布单位', '正文']);
    const refusal = await expectRefusal(mergeDraft(store, li, 'notices', '2026/cuowu'));
    expect(refusal.status).toBe(422);
    expect(refusal.message).toBe('还不能发布：共 2 处需要修改。改好后再点发布。');
    expect(refusal.problems).toEqual(saved.problems);
  });

  test('reports a future publication time at saving, and refuses to publish before it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-03-15T01:29:00Z') });
    try {
      const text = noticeText('早了一分钟', 'zao', '正文。').replace('2026-03', '2030-03');
      const path = 'content/notices/2030/zao/index.md';
      const saved = await saveDraft(
        store,
        li,
        notice('zao', '', { isNew: true, slug: '2030/zao/index', path, text }),
      );
      expect(saved.problems.map(({ message }) => message)).toEqual([
        expect.stringContaining('“发布时间”（2030-03-15 09:30）还没有到。'),
      ]);
      const refusal = await expectRefusal(mergeDraft(store, li, 'notices', '2030/zao'));
      expect(refusal.problems).toEqual(saved.problems);
      vi.setSystemTime('2030-03-15T01:30:00Z');
      await mergeDraft(store, li, 'notices', '2030/zao');
      expect(await gitText(store.repository.folder, ['show', `main:${path}`])).toContain('早了一分钟');
    } finally {
      vi.useRealTimers();
    }
  });

  test('refuses a slug used by a published entry or a draft', async () => {
    const published = await expectRefusal(
      saveDraft(store, li, notice('tingshui', '另一篇', { isNew: true })),
    );
    expect(published.message).toMatch(
      /^已经有一篇内容用了这个网址名：《停水通知》.*请换一个网址名，如“tingshui-2”。$/,
    );
    const draft = await expectRefusal(saveDraft(store, zhang, notice('cuowu', '另一篇', { isNew: true })));
    expect(draft.message).toMatch(
      /^李强已经在写一篇用这个网址名的草稿《有错的通知》.*如“cuowu-2”，或打开那篇草稿接着写。/,
    );
    expect(draft.details['taken']).toEqual({
      title: '有错的通知',
      collection: 'notices',
      slug: '2026/cuowu/index',
      free: 'cuowu-2',
    });
  });

  test('moves the folder with its pictures when the year changes', async () => {
    const draft = await findDraft(store, 'notices', '2026/xiaofang');
    const version = await store.repository.idAt(draft!.tip, 'content/notices/2026/xiaofang');
    const newPath = 'content/notices/2025/xiaofang/index.md';
    const text = noticeText('消防演练', 'xiaofang', '![集合点示意图](tu.svg)').replace('2026-03', '2025-03');
    await saveDraft(store, li, notice('xiaofang', '', { baseVersion: version, newPath, text }));
    await mergeDraft(store, li, 'notices', '2026/xiaofang');
    const files = await gitText(store.repository.folder, ['ls-tree', '-r', '--name-only', 'main']);
    expect(files).toContain('content/notices/2025/xiaofang/tu.svg');
    expect(files).not.toContain('2026/xiaofang');
  });
});

describe('the trash', () => {
  test('refuses to delete an entry with references, and lists them', async () => {
    const refusal = await expectRefusal(trashEntry(store, li, 'content/orgs/shequ/index.md'));
    expect(refusal.status).toBe(409);
    expect(refusal.problems.map(({ file }) => file)).toContain(noticePath('tingshui'));
  });

  test('restores deleted entries and drafts byte for byte', async () => {
    const before = await onMain('tingshui');
    const { id } = await trashEntry(store, li, noticePath('tingshui'));
    await expect(onMain('tingshui')).rejects.toThrow();
    expect((await trashList(store))[0]).toMatchObject({
      kind: 'entry',
      title: '停水通知',
      by: { name: '李强' },
    });
    await restoreFromTrash(store, zhang, id);
    expect(await onMain('tingshui')).toBe(before);

    const draft = await trashDraft(store, zhang, 'notices', '2026/cuowu');
    expect(await findDraft(store, 'notices', '2026/cuowu')).toBeUndefined();
    await restoreFromTrash(store, li, draft.id);
    expect((await findDraft(store, 'notices', '2026/cuowu'))?.record.title).toBe('有错的通知');
    expect(await trashList(store)).toEqual([]);
  });
});

test('repairs an interrupted change: drafts without record, records without branch', async () => {
  const git = store.repository.folder;
  await saveDraft(store, li, notice('duan', '写到一半。', { isNew: true }));
  const records = await store.records.read();
  const key = draftRecordKey('notices', '2026/duan');
  await store.repository.transact(async () => ({
    changes: [await store.records.next(records, new Map([[key, undefined]]), 'lost\n')],
    result: undefined,
  }));
  await gitText(git, ['update-ref', '-d', 'refs/heads/cms/notices/2026--cuowu']);
  expect(await reconcileDrafts(store)).toBe(2);
  expect((await findDraft(store, 'notices', '2026/duan'))?.record).toMatchObject({
    slug: '2026/duan/index',
    title: '消防演练',
    updatedBy: { name: '李强' },
  });
  expect(await reconcileDrafts(store)).toBe(0);
  await gitText(git, ['fsck', '--strict', '--no-dangling']);
});
