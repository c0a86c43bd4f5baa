import { describe, expect, test } from 'vitest';
import { draftKey, draftRef, pathBesideText, entryOfFile, entryOfText } from './entry-paths.ts';

test.each([
  ['content/notices/2026/tingshui/index.md', 'notices/2026/tingshui'],
  ['content/orgs/shequ/index.md', 'orgs/shequ'],
  ['content/site/index.md', 'site'],
])('accepts %s', (path, folder) => {
  expect(entryOfText(path).folder).toBe(folder);
});

test.each([
  '../etc/passwd',
  'content/../../etc/index.md',
  'content/notices/2026/../../../x/index.md',
  '/content/notices/2026/a/index.md',
  'content/notices/2026/.git/index.md',
  'content/notices/2026/.GIT/index.md',
  'content/notices/2026/a\\b/index.md',
  'content/notices/2026/a\0/index.md',
  'content/notices/2026/a\nb/index.md',
  'content/notices/2026/-rf/index.md',
  'content/notices/2026/a.lock/index.md',
  'content/notices/2026/a..b/index.md',
  'content/notices/2026/a./index.md',
  'content/notices/2026/e\u0301/index.md',
  'content/notices/2026/~1/index.md',
  'content/notices/2026/a:b/index.md',
  'content/notices/2026/a\u202eb/index.md',
  'content/notices//a/index.md',
  'content/notices/tingshui/index.md',
  'content/notices/2026/a/b/index.md',
  'content/orgs/2026/a/index.md',
  'content/unknown/a/index.md',
  'content/__proto__/a/index.md',
  'content/notices/2026/a/page.md',
  'src/model/check.ts',
  `content/orgs/${'a'.repeat(400)}/index.md`,
])('rejects %j', (path) => {
  expect(() => entryOfText(path)).toThrow(/存不了|不是一篇内容的位置|太长了/);
});

test.each([
  ['a', 201],
  ['长', 67],
  ['𠮷', 51],
])('rejects a folder named by %s, %i times, and says how long it may be', (character, times) => {
  const long = `content/notices/2026/${character.repeat(times)}/index.md`;
  expect(() => entryOfText(long)).toThrow(/文件夹的名字.*太长了，请缩短到 60 个字以内/);
  expect(() => draftKey('notices', `2026/${character.repeat(times)}/index`)).toThrow('太长了');
  const { name } = draftKey('notices', `2026/${character.repeat(times - 1)}/index`);
  const file = `${draftRef('notices', name).split('/').at(-1) ?? ''}.lock`;
  expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
});

test('rejects a draft whose names are too long together', () => {
  const slug = Array.from({ length: 9 }, () => 'a'.repeat(30)).join('/');
  expect(() => draftKey('notices', slug)).toThrow(/太长/);
});

describe('files of an entry', () => {
  test.each([
    ['合影.jpg', 'content/orgs/shequ/合影.jpg'],
    ['通知（终稿）.docx', 'content/orgs/shequ/通知（终稿）.docx'],
    ['content/orgs/shequ/a-1.png', 'content/orgs/shequ/a-1.png'],
    ['_DSC0123.JPG', 'content/orgs/shequ/_DSC0123.JPG'],
    ['》合影，二.png', 'content/orgs/shequ/》合影，二.png'],
    ['食堂 照片.jpg', 'content/orgs/shequ/食堂 照片.jpg'],
  ])('accepts %s', (path, full) => {
    expect(pathBesideText('orgs/shequ', path)).toBe(full);
  });
  test.each([
    'content/orgs/other/a.png',
    'content/orgs/shequ/../other/a.png',
    'content/orgs/shequ/deep/a.png',
    '.htaccess',
    'a:b.png',
    'a\u0000b.png',
    'e\u0301.png',
    '-rf.png',
    'CON.png',
    `${'长'.repeat(70)}.png`,
    '半\ud840.png',
    'public/a.png',
  ])('rejects %s', (path) => {
    expect(() => pathBesideText('orgs/shequ', path)).toThrow();
  });
});

test.each(['orgs/../x', 'unknown/a', 'orgs', 'notices/tingshui'])('rejects files in %s', (folder) => {
  expect(() => pathBesideText(folder, 'a.png')).toThrow(/存不了|不是一篇内容的位置/);
});

test('splits a file path into the entry folder and the name used in the text', () => {
  const place = (path: string) => entryOfFile(path);
  expect(place('content/notices/2026/a/tu.png')).toEqual({ folder: 'notices/2026/a', src: 'tu.png' });
  expect(place('content/orgs/shequ/tu.png')).toEqual({ folder: 'orgs/shequ', src: 'tu.png' });
  expect(place('content/site/tu.png')).toEqual({ folder: 'site', src: 'tu.png' });
  for (const path of [
    'content/unknown/a/tu.png',
    'src/orgs/shequ/tu.png',
    'content/notices/a/b/tu.png',
    'content/orgs/../tu.png',
  ])
    expect(() => place(path)).toThrow(/存不了|不是一篇内容的位置/);
});
