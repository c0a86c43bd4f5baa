import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heic, jpeg, png, webp } from '../../../tests/support/sample-pictures.ts';
import { pdf } from '../../../tests/support/stored-files/pdf-files.ts';
import { findDraft } from './draft-lookup.ts';
import { saveDraft } from './save-draft.ts';
import type { DraftToSave } from './draft-base.ts';
import type { SavedDraft } from './save-draft.ts';
import { gitText } from '../git/run-git.ts';
import { mergeDraft } from './merge-draft.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { restoreFromTrash } from '../trash/restore-from-trash.ts';
import { trashDraft, trashEntry } from '../trash/move-to-trash.ts';

let fixture: FixtureStore;
let store: Store;
beforeAll(async () => {
  fixture = await fixtureStore();
  store = fixture.store;
});
afterAll(() => fixture.cleanUp());

type Sent = Readonly<Record<string, Buffer | Promise<Buffer>>>;

/** Saves a notice based on its newest version. */
async function save(
  slug: string,
  body: string,
  sent: Sent = {},
  more: Partial<DraftToSave> = {},
): Promise<SavedDraft> {
  const draft = await findDraft(store, 'notices', `2026/${slug}`);
  const folder = draft?.record.folder ?? `notices/2026/${slug}`;
  const baseVersion = await versionAt(store, draft?.tip ?? (await mainCommit(store)), folder);
  const assets = await Promise.all(
    Object.entries(sent).map(async ([path, bytes]) => ({ path, bytes: await bytes })),
  );
  const isNew = baseVersion === undefined;
  return saveDraft(store, li, noticeDraft('通知', slug, body, { assets, isNew, baseVersion, ...more }));
}
const renamed = (from: string, to: string, body: string, sent: Sent = {}): Promise<SavedDraft> =>
  save(from, '', sent, { newPath: noticePath(to), text: noticeText('通知', to, body) });
const publish = (slug: string) => mergeDraft(store, zhang, 'notices', `2026/${slug}`);
const namesOnMain = async (slug: string): Promise<string[]> => {
  const all = await gitText(store.repository.folder, [
    '-c',
    'core.quotepath=false',
    'ls-tree',
    '-r',
    '--name-only',
    'main',
  ]);
  const folder = `content/notices/2026/${slug}/`;
  return all.split('\n').flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
};
const onMain = (slug: string): Promise<string> =>
  gitText(store.repository.folder, ['show', `main:${noticePath(slug)}`]).then((text) => `${text}\n`);

describe('a renamed entry with files', () => {
  test('moves old and new files, and leaves none in the old folder', async () => {
    await save('jia', '![灯](deng.jpg)\n\n[表](biao.pdf)', {
      'deng.jpg': jpeg(),
      'biao.pdf': pdf(),
    });
    await publish('jia');
    const saved = await renamed('jia', 'jia-xin', '![灯](deng.jpg)\n\n![新](xin.png)\n\n[表](biao.pdf)', {
      'xin.png': png(),
      'wu-yong.png': png(),
    });
    expect(saved).toMatchObject({ files: ['biao.pdf', 'deng.jpg', 'xin.png'], problems: [] });
    expect(saved.notice).toContain('/notices/2026/jia-xin/');
    // Decap saves again with the new slug, without the files already sent.
    const again = await save('jia-xin', '![灯](deng.jpg)\n\n![新](xin.png)\n\n[表](biao.pdf)。');
    expect(again).toMatchObject({ files: saved.files, problems: [] });
    await publish('jia-xin');
    expect(await namesOnMain('jia-xin')).toEqual(['biao.pdf', 'deng.jpg', 'index.md', 'xin.png']);
    expect(await namesOnMain('jia')).toEqual([]);
  });

  test('keeps its files when it is renamed back before publishing', async () => {
    await save('yi', '![灯](deng.jpg)', { 'deng.jpg': jpeg() });
    await publish('yi');
    await renamed('yi', 'yi-xin', '![灯](deng.jpg)');
    const back = await save(
      'yi-xin',
      '',
      {},
      { newPath: noticePath('yi'), text: noticeText('通知', 'yi', '![灯](deng.jpg)。') },
    );
    expect(back).toMatchObject({ files: ['deng.jpg'], problems: [] });
    await publish('yi');
    expect(await namesOnMain('yi')).toEqual(['deng.jpg', 'index.md']);
    expect(await onMain('yi')).not.toContain('formerly');
  });

  test('does not move if a picture is refused, but moves without the picture', async () => {
    await save('bing', '![灯](deng.jpg)', { 'deng.jpg': jpeg() });
    await publish('bing');
    const body = '![灯](deng.jpg)\n\n![新](IMG_1.jpg)\n\n![好](hao.webp)';
    const sent = { 'hao.webp': webp(), 'IMG_1.jpg': heic };
    const refusal = await expectRefusal(renamed('bing', 'bing-xin', body, sent));
    expect(refusal.details).toEqual({ file: 'IMG_1.jpg' });
    expect(await findDraft(store, 'notices', '2026/bing-xin')).toBeUndefined();
    const saved = await renamed('bing', 'bing-xin', body, { 'hao.webp': webp() });
    expect(saved.files).toEqual(['deng.jpg', 'hao.webp']);
    expect(saved.problems.map(({ message }) => message)).toEqual([
      '图片“IMG_1.jpg”不在这篇内容的文件夹里，请把文件放进去或改正文件名。',
    ]);
  });

  test('is restored from the trash with its files, but without old addresses that are in use', async () => {
    await save('ding', '![灯](deng.jpg)', { 'deng.jpg': jpeg() });
    await publish('ding');
    await renamed('ding', 'ding-xin', '![灯](deng.jpg)');
    await publish('ding-xin');
    const { id } = await trashEntry(store, zhang, noticePath('ding-xin'));
    await save('ding', '另一篇。');
    await publish('ding');
    expect(await restoreFromTrash(store, zhang, id)).toMatchObject({ kind: 'entry' });
    expect(await namesOnMain('ding-xin')).toEqual(['deng.jpg', 'index.md']);
    expect(await onMain('ding-xin')).not.toContain('/notices/2026/ding/');
    expect(await onMain('ding')).toContain('另一篇。');
  });
});

describe('restoring from the trash', () => {
  test('updates links to moved entries', async () => {
    await save('wu', '正文。');
    await publish('wu');
    await save('zhi-wu', '[见](/notices/2026/wu/) ![灯](deng.jpg)', { 'deng.jpg': jpeg() });
    await publish('zhi-wu');
    const { id } = await trashEntry(store, zhang, noticePath('zhi-wu'));
    await renamed('wu', 'wu-xin', '正文。');
    await publish('wu-xin');
    expect(await restoreFromTrash(store, zhang, id)).toMatchObject({ kind: 'entry' });
    expect(await onMain('zhi-wu')).toContain('[见](/notices/2026/wu-xin/)');
  });

  test('restores an entry with problems as a draft, so that an editor can fix it', async () => {
    await save('ji', '正文。');
    await publish('ji');
    await save('zhi-ji', '[见](/notices/2026/ji/) ![灯](deng.jpg)', { 'deng.jpg': jpeg() });
    await publish('zhi-ji');
    const { id } = await trashEntry(store, zhang, noticePath('zhi-ji'));
    await trashEntry(store, zhang, noticePath('ji'));
    const restored = await restoreFromTrash(store, zhang, id);
    expect(restored).toMatchObject({ kind: 'draft' });
    expect(restored.notice).toBe('它现在有 1 处要修改，所以先放在草稿里。请改好后再发布。');
    expect(await namesOnMain('zhi-ji')).toEqual([]);
    const saved = await save('zhi-ji', '见别处。 ![灯](deng.jpg)');
    expect(saved).toMatchObject({ files: ['deng.jpg'], problems: [] });
    await publish('zhi-ji');
    expect(await namesOnMain('zhi-ji')).toEqual(['deng.jpg', 'index.md']);
  });

  test('keeps the files of a draft whose entry was renamed', async () => {
    await save('geng', '![灯](deng.jpg)', { 'deng.jpg': jpeg() });
    await publish('geng');
    await save('geng', '![灯](deng.jpg)\n\n![新](<xin 1.png>)\n\n![又](you%201.png)', {
      'xin 1.png': png(),
      'you 1.png': png(),
    });
    const { id } = await trashDraft(store, li, 'notices', '2026/geng');
    await renamed('geng', 'geng-xin', '![灯](deng.jpg)');
    await publish('geng-xin');
    await restoreFromTrash(store, zhang, id);
    await publish('geng-xin');
    expect(await namesOnMain('geng-xin')).toEqual(['deng.jpg', 'index.md', 'xin 1.png', 'you 1.png']);
  });
});

describe('a file and a conflict', () => {
  test('accepts the files again after a conflict', async () => {
    const first = await save('xin', '正文。');
    await save('xin', '别人的正文。');
    const sent = { 'deng.jpg': jpeg() };
    const refusal = await expectRefusal(save('xin', '![灯](deng.jpg)', sent, { baseVersion: first.version }));
    expect(refusal.status).toBe(409);
    expect(refusal.message).toContain('李强在');
    expect(refusal.details).not.toHaveProperty('file');
    expect((await save('xin', '别人的正文。\n\n![灯](deng.jpg)', sent)).files).toEqual(['deng.jpg']);
  });

  test('counts a replaced picture as a change of the entry', async () => {
    const first = await save('ren', '![灯](deng.jpg)', { 'deng.jpg': jpeg(60) });
    const second = await save('ren', '![灯](deng.jpg)', { 'deng.jpg': jpeg(61) });
    expect(second.unchanged).toBe(false);
    expect(second.version).not.toBe(first.version);
    const late = save('ren', '![灯](deng.jpg)。', {}, { baseVersion: first.version });
    expect((await expectRefusal(late)).status).toBe(409);
  });
});

test('removes a picture that is no longer referenced before publishing', async () => {
  await save('shan', '![灯](deng.jpg) ![二](er.png)', { 'deng.jpg': jpeg(), 'er.png': png() });
  await save('shan', '![灯](deng.jpg)');
  await publish('shan');
  expect(await namesOnMain('shan')).toEqual(['deng.jpg', 'index.md']);
});

test('refuses a slug that a moving draft has not yet released', async () => {
  await save('a', '甲。');
  await publish('a');
  await renamed('a', 'b', '甲。');
  const refusal = await expectRefusal(save('a', '新的一篇。', {}, { isNew: true, baseVersion: undefined }));
  expect(refusal.message).toContain('网址名');
  await publish('b');
  const saved = await save('a', '新的一篇。', {}, { isNew: true, baseVersion: undefined });
  expect(saved.problems.map(({ message }) => message).join('')).toContain('是《通知》以前的地址');
});

test('reports a future publication time at saving and at publishing', async () => {
  const text = noticeText('通知', 'mingtian', '正文。').replace('2026-03-15', '2099-03-15');
  const newPath = noticePath('mingtian').replace('2026', '2099');
  const saved = await save('mingtian', '', {}, { path: newPath, slug: '2099/mingtian/index', text });
  expect(saved.problems.map(({ message }) => message)).toEqual([
    '“发布时间”（2099-03-15 09:30）还没有到。内容一发布读者就能看到，不会等到那时：请改成现在或以前的时间，或到那时再发布。',
  ]);
  expect((await expectRefusal(mergeDraft(store, zhang, 'notices', '2099/mingtian'))).problems).toEqual(
    saved.problems,
  );
});
