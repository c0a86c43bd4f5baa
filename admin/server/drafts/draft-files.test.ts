import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanFile } from '../../../src/media/clean-file.ts';
import { heic, jpeg, png, webp } from '../../../tests/support/sample-pictures.ts';
import { metadataIn } from '../../../tests/support/stored-files/metadata-reader.ts';
import { docx } from '../../../tests/support/stored-files/office-files.ts';
import { annotation, pdf, withProperties } from '../../../tests/support/stored-files/pdf-files.ts';
import { exifSegment, secret, withSegment } from '../../../tests/support/stored-files/picture-parts.ts';
import { saveDraft } from './save-draft.ts';
import type { DraftToSave } from './draft-base.ts';
import type { SavedDraft } from './save-draft.ts';
import { gitText } from '../git/run-git.ts';
import { mergeDraft } from './merge-draft.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { li, noticePath, noticeText } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import type { Store } from '../git/content-store.ts';

let fixture: FixtureStore;
let store: Store;
beforeAll(async () => {
  fixture = await fixtureStore();
  store = fixture.store;
});
afterAll(() => fixture.cleanUp());

type Sent = Readonly<Record<string, Buffer | Promise<Buffer>>>;

async function save(
  slug: string,
  body: string,
  sent: Sent = {},
  more: Partial<DraftToSave> = {},
): Promise<SavedDraft> {
  const assets = await Promise.all(
    Object.entries(sent).map(async ([path, bytes]) => ({ path, bytes: await bytes })),
  );
  return saveDraft(store, li, noticeDraft('通知', slug, body, { assets, ...more }));
}
const onMain = (): Promise<string> =>
  gitText(store.repository.folder, ['-c', 'core.quotepath=false', 'ls-tree', '-r', '--name-only', 'main']);

describe('files that the text refers to', () => {
  test('does not store unreferenced files', async () => {
    const first = await save('yi', '没有图。', { 'a.jpg': jpeg(), '_DSC0123.JPG': jpeg() });
    expect(first.files).toEqual([]);
    const second = await save(
      'yi',
      '![灯](_DSC0123.JPG)，见 a.jpg。',
      { 'a.jpg': jpeg(), '_DSC0123.JPG': jpeg() },
      {
        baseVersion: first.version,
      },
    );
    expect(second.files).toEqual(['_DSC0123.JPG']);
    expect(second.problems).toEqual([]);
  });

  test.each([
    ['encoded', '![灯](%E7%81%AF%20%E4%B8%80.jpg)', '灯 一.jpg'],
    ['with a query', '![灯](./deng.jpg?x=1)', 'deng.jpg'],
    ['as a link with a fragment', '[表](biao.pdf#page=2)', 'biao.pdf'],
    ['in upper case', '![灯](DENG.JPG)', 'deng.jpg'],
  ])('stores a file referenced %s', async (how, body, name) => {
    const bytes = name.endsWith('.pdf') ? pdf() : jpeg();
    const { files } = await save(`ming-${String(how.length)}`, body, { [name]: bytes });
    expect(files).toEqual([name]);
  });

  test.each([
    ['in a field', 'attachments:\n  - src: biao.pdf\n    title: 表\n', ['biao.pdf']],
    ['in fields that cannot be read', 'attachments: [biao.pdf\n', ['biao.pdf']],
    ['in no field', 'other: 1\n', []],
  ])('handles a file name %s', async (how, field, files) => {
    const slug = `lan-${String(how.length)}`;
    const text = noticeText('通知', slug, '正文。').replace('orgs:', `${field}orgs:`);
    const sent = { 'biao.pdf': pdf() };
    expect((await save(slug, '', sent, { text })).files).toEqual(files);
  });

  test('removes, restores and moves files together with their references', async () => {
    const body = '![灯](a.jpg) ![灯](b.jpg)';
    const first = await save('er', body, { 'a.jpg': jpeg(), 'b.jpg': jpeg(61) });
    expect(first.files).toEqual(['a.jpg', 'b.jpg']);
    const second = await save('er', '![灯](a.jpg)', {}, { baseVersion: first.version });
    expect(second.files).toEqual(['a.jpg']);
    const third = await save('er', body, { 'b.jpg': jpeg(61) }, { baseVersion: second.version });
    expect(third.files).toEqual(['a.jpg', 'b.jpg']);
    const newPath = noticePath('er').replace('2026', '2025');
    const text = noticeText('通知', 'er', '![灯](b.jpg)').replace('2026-03', '2025-03');
    const moved = await save('er', '', {}, { baseVersion: third.version, newPath, text });
    expect(moved).toMatchObject({ files: ['b.jpg'], problems: [] });
  });

  test('keeps published files, because they may have been added by hand', async () => {
    const first = await save('san', '![灯](a.jpg)', { 'a.jpg': jpeg() });
    await mergeDraft(store, li, 'notices', '2026/san', first.version);
    const baseVersion = await store.repository.idAt('main', 'content/notices/2026/san');
    const second = await save('san', '没有图了。', {}, { baseVersion, isNew: false });
    expect(second.files).toEqual(['a.jpg']);
  });
});

describe('what a file says about people and places', () => {
  const photo = jpeg().then((bytes) => withSegment(bytes, 0xe1, exifSegment(6)));
  const sent = { 'zhao.jpg': photo, 'biao.pdf': pdf(withProperties(secret)), 'ben.docx': docx(secret) };
  const body = '![灯](zhao.jpg) [看原图](zhao.jpg) [表](biao.pdf) [本](ben.docx)';

  test('is not stored, and the same files saved again are no change', async () => {
    const first = await save('gps', body, sent);
    expect(first).toMatchObject({ files: ['ben.docx', 'biao.pdf', 'zhao.jpg'], problems: [] });
    const again = await save('gps', body, sent, { baseVersion: first.version });
    expect(again).toMatchObject({ unchanged: true, version: first.version });
    await mergeDraft(store, li, 'notices', '2026/gps', first.version);
    const folder = 'main:content/notices/2026/gps';
    for (const name of first.files) {
      const stored = (await store.repository.read(`${folder}/${name}`))!.bytes;
      expect((await cleanFile(stored)).bytes.equals(stored), name).toBe(true);
      expect(stored.includes('MARKER'), name).toBe(false);
    }
    expect(await metadataIn((await store.repository.read(`${folder}/zhao.jpg`))!.bytes)).toEqual({});
  });
});

describe('an invalid file', () => {
  test.each([
    ['a.jpg', heic, '“a.jpg”是 iPhone 的 HEIC 照片'],
    ['a.heic', heic, '“a.heic”是 iPhone 的 HEIC 照片'],
    ['b.jpg', webp(), '“b.jpg”的内容和它的扩展名不一致：里面其实是 WEBP 图片'],
    ['c.png', png().then((bytes) => bytes.subarray(0, 60)), '“c.png”只有一部分'],
    ['con.png', png(), '文件名“con.png”是 Windows 留给设备的名字'],
    ['d?.png', png(), '文件名“d?.png”里有“?”'],
    ['e.exe', Buffer.from('MZ'), '“e.exe”不能上传'],
    ['f.doc', Buffer.from('d0cf11e0', 'hex'), '“f.doc”不能上传：旧格式里清理不掉作者和宏'],
    ['g.pdf', pdf(annotation({ Subtype: 'FileAttachment' })), '“g.pdf”不能用：里面带着附件'],
  ])('%s is refused, and the text can be saved without it', async (name, bytes, sentence) => {
    const slug = `huai-${String(sentence.length)}-${name.charAt(0)}`;
    const body = `![图](<${name}>) ![好的](hao.png)`;
    const refusal = await expectRefusal(save(slug, body, { [name]: bytes, 'hao.png': png() }));
    expect(refusal.message).toContain(sentence);
    expect(refusal.details).toEqual({ file: name });
    const saved = await save(slug, body, { 'hao.png': png() });
    expect(saved.files).toEqual(['hao.png']);
    const later = await save(slug, '![好的](hao.png)', {}, { baseVersion: saved.version });
    expect(later.problems).toEqual([]);
  });

  test('that was stored in another way blocks only its own entry', async () => {
    const first = await save('lao', '![图](lao.jpg)', { 'lao.jpg': jpeg() });
    // Older servers checked only the first bytes of a file.
    const ref = 'refs/heads/cms/notices/2026--lao';
    const tip = await store.repository.tip(ref);
    const id = await store.repository.storeBlob(heic);
    const tree = await store.repository.writeTree(tip, new Map([['content/notices/2026/lao/lao.jpg', id]]));
    const to = await store.repository.commit(tree, [tip!], li, 'older\n');
    await store.repository.transact(() =>
      Promise.resolve({ changes: [{ ref, from: tip, to }], result: undefined }),
    );
    expect(first.problems).toEqual([]);
    const refusal = await expectRefusal(mergeDraft(store, li, 'notices', '2026/lao'));
    expect(refusal.problems).toMatchObject([{ line: 10, label: '正文' }]);
    expect(refusal.problems[0]!.message).toContain('“lao.jpg”是 iPhone 的 HEIC 照片');

    const other = await save('biede', '![图](hao.png)', { 'hao.png': png() });
    await mergeDraft(store, li, 'notices', '2026/biede', other.version);
    expect(await onMain()).toContain('content/notices/2026/biede/hao.png');
    expect(await onMain()).not.toContain('/lao/');
  });
});
