import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDraft } from '../drafts/draft-lookup.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import type { DraftToSave } from '../drafts/draft-base.ts';
import { gitText } from '../git/run-git.ts';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { notesOn } from '../drafts/draft-notes.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { restoreFromTrash } from './restore-from-trash.ts';
import { trashDraft, trashEntry } from './move-to-trash.ts';

let fixture: FixtureStore;
let store: Store;

beforeAll(async () => {
  fixture = await fixtureStore();
  store = fixture.store;
});
afterAll(() => fixture.cleanUp());

const body = ['第一段。', '第二段。', '第三段。'];
const textOf = (slug: string, changes: { title?: string; body?: string[]; more?: string } = {}): string =>
  noticeText(changes.title ?? '消防演练', slug, (changes.body ?? body).join('\n\n')).replace(
    'orgs:',
    `${changes.more ?? ''}orgs:`,
  );
const picture = (r: number) => ({
  path: 'tu.svg',
  bytes: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="${String(r)}"/></svg>`,
  ),
});
/** Only referenced files are stored. */
const withPicture = (...lines: string[]): string[] => [...lines, '![灯](tu.svg)'];
const save = async (slug: string, text: string, more: Partial<DraftToSave> = {}) => {
  const draft = await findDraft(store, 'notices', `2026/${slug}`);
  const at = draft ? draft.tip : await mainCommit(store);
  return saveDraft(store, li, {
    collection: 'notices',
    slug: `2026/${slug}/index`,
    path: noticePath(slug),
    text,
    assets: [],
    isNew: false,
    baseVersion: await versionAt(store, at, `notices/2026/${slug}`),
    ...more,
  });
};
const publish = (slug: string) => mergeDraft(store, zhang, 'notices', `2026/${slug}`);
/** Publishes an entry, moves a draft of it to the trash, and returns the trash id. */
async function draftInTrash(slug: string, text: string, assets: DraftToSave['assets'] = []): Promise<string> {
  const first = assets.length > 0 ? { body: withPicture(...body) } : {};
  await save(slug, textOf(slug, first), { isNew: true, assets: assets.length > 0 ? [picture(1)] : [] });
  await publish(slug);
  await save(slug, text, { assets });
  return (await trashDraft(store, li, 'notices', `2026/${slug}`)).id;
}
const onMain = (path: string): Promise<string> =>
  gitText(store.repository.folder, ['show', `main:${path}`]).then((text) => `${text}\n`);

test('restores a draft unchanged if the entry has not changed', async () => {
  const id = await draftInTrash('yi', textOf('yi', { title: '改名' }));
  expect(await restoreFromTrash(store, zhang, id)).not.toHaveProperty('notice', expect.any(String));
  await publish('yi');
  expect(await onMain(noticePath('yi'))).toBe(textOf('yi', { title: '改名' }));
});

test('merges a draft with a newer published version', async () => {
  const id = await draftInTrash(
    'er',
    textOf('er', { title: '草稿的标题', body: ['第一段，草稿。', ...body.slice(1)] }),
  );
  await save(
    'er',
    textOf('er', { more: 'expires: 2026-12-31\n', body: [...body.slice(0, 2), '第三段，新版。'] }),
  );
  await publish('er');
  const { notice } = await restoreFromTrash(store, zhang, id);
  expect(notice).toMatch(
    /^网站上已经有了这篇内容的新一版（张敏，\d+月\d+日 \d\d:\d\d），和草稿合到了一起。两边改的不是同一处/,
  );
  expect(await notesOn(store, 'notices', '2026/er')).toEqual([]);
  await publish('er');
  const text = await onMain(noticePath('er'));
  expect(text).toContain('title: 草稿的标题');
  expect(text).toContain('expires: 2026-12-31');
  expect(text).toContain('第一段，草稿。\n\n第二段。\n\n第三段，新版。');
});

test('keeps the version of the draft in a conflict, and adds a note with the other', async () => {
  const id = await draftInTrash(
    'san',
    textOf('san', { title: '草稿的标题', body: withPicture('草稿的全文。') }),
    [picture(2)],
  );
  await save('san', textOf('san', { title: '网站的标题', body: withPicture('网站的全文。') }), {
    assets: [picture(3)],
  });
  await publish('san');
  const { notice } = await restoreFromTrash(store, zhang, id);
  expect(notice).toContain('“标题”、“摘要”、“正文”、“文件 tu.svg”两边都改过，草稿里留的是草稿的写法');
  const [note] = await notesOn(store, 'notices', '2026/san');
  expect(note).toMatchObject({ author: '编辑台', resolved: false });
  expect(note?.content).toContain('“标题”网站上是：网站的标题');
  expect(note?.content).toContain('“正文”网站上是：网站的全文。');
  await publish('san');
  expect(await onMain(noticePath('san'))).toBe(
    textOf('san', { title: '草稿的标题', body: withPicture('草稿的全文。') }),
  );
  expect(await onMain('content/notices/2026/san/tu.svg')).toContain('r="2"');
});

test('keeps a picture deleted from the site only if the draft refers to it', async () => {
  for (const [slug, words, named] of [
    ['jia', '![灯](tu.svg)', true],
    ['bing', '![灯](./%74u.svg?1)', true],
    ['yi-er', '没有图：tu.svg。', false],
  ] as const) {
    const id = await draftInTrash(slug, textOf(slug, { body: [words] }), [picture(1)]);
    const main = await mainCommit(store);
    const tree = await store.repository.writeTree(
      main,
      new Map([[`content/notices/2026/${slug}/tu.svg`, undefined]]),
    );
    const commit = await store.repository.commit(tree, [main], zhang, '去掉图\n');
    await gitText(store.repository.folder, ['update-ref', 'refs/heads/main', commit, main]);
    await restoreFromTrash(store, zhang, id);
    await publish(slug);
    const files = await gitText(store.repository.folder, ['ls-tree', '-r', '--name-only', 'main']);
    expect(files.includes(`notices/2026/${slug}/tu.svg`)).toBe(named);
  }
});

test('publishes a draft of a deleted entry as a new entry, and reports it', async () => {
  const id = await draftInTrash('si', textOf('si', { title: '又来了', body: withPicture(...body) }), [
    picture(2),
  ]);
  const trashed = await trashEntry(store, zhang, noticePath('si'));
  const { notice } = await restoreFromTrash(store, li, id);
  expect(notice).toMatch(/^这篇内容已经从网站上删除（张敏，.*）。发布这篇草稿，会把它重新放上网站。$/);
  const refusal = await expectRefusal(restoreFromTrash(store, zhang, trashed.id));
  expect(refusal.message).toMatch(/^李强在.*保存了一篇放在同一处的草稿《又来了》。请先发布或删除那篇草稿/);
  await publish('si');
  expect(await onMain(noticePath('si'))).toBe(textOf('si', { title: '又来了', body: withPicture(...body) }));
  expect(await onMain('content/notices/2026/si/tu.svg')).toContain('r="2"');
});

test('moves a draft with its renamed entry', async () => {
  const id = await draftInTrash('wu', textOf('wu', { body: ['改过的。'] }));
  const newPath = 'content/notices/2025/wu-xin/index.md';
  await save('wu', textOf('wu-xin').replace('2026-03', '2025-03'), { newPath });
  await publish('wu');
  await restoreFromTrash(store, zhang, id);
  expect((await findDraft(store, 'notices', '2025/wu-xin'))?.record).toMatchObject({
    folder: 'notices/2025/wu-xin',
    from: 'notices/2025/wu-xin',
    slug: '2025/wu-xin/index',
  });
  await mergeDraft(store, zhang, 'notices', '2025/wu-xin');
  const text = await onMain(newPath);
  expect(text).toContain('改过的。');
  expect(text).toContain('slug: wu-xin\npublished: 2025-03-15');
  await expect(onMain(noticePath('wu'))).rejects.toThrow();
});

test('keeps the move of a draft that renames its entry', async () => {
  await save('liu', textOf('liu'), { isNew: true });
  await publish('liu');
  await save('liu', textOf('liu-cao'), { newPath: noticePath('liu-cao') });
  const { id } = await trashDraft(store, li, 'notices', '2026/liu-cao');
  await save('liu', textOf('liu', { body: ['新版。'] }));
  await publish('liu');
  await restoreFromTrash(store, zhang, id);
  await mergeDraft(store, zhang, 'notices', '2026/liu-cao');
  const text = await onMain(noticePath('liu-cao'));
  expect(text).toContain('新版。');
  expect(text).toContain('formerly:\n  - address: /notices/2026/liu/\n');
});

test('refuses to publish a restored draft with a slug in use, until it is changed', async () => {
  await save('qi', textOf('qi', { title: '先写的' }), { isNew: true });
  const { id } = await trashDraft(store, li, 'notices', '2026/qi');
  await save('qi', textOf('qi', { title: '后写的' }), { isNew: true });
  await publish('qi');
  await restoreFromTrash(store, zhang, id);
  expect((await expectRefusal(publish('qi'))).message).toMatch(/^已经有一篇内容用了这个网址名/);
  await save('qi', textOf('qi-er', { title: '先写的' }), { newPath: noticePath('qi-er') });
  await publish('qi-er');
  expect(await onMain(noticePath('qi'))).toContain('后写的');
  expect(await onMain(noticePath('qi-er'))).toContain('先写的');
});

test('refuses to restore a second draft of one entry', async () => {
  const id = await draftInTrash('ba', textOf('ba', { title: '回收的' }));
  await save('ba', textOf('ba-xin'), { newPath: noticePath('ba-xin') });
  expect((await expectRefusal(restoreFromTrash(store, zhang, id))).message).toMatch(
    /^李强已经在写一篇用这个网址名的草稿/,
  );
});
