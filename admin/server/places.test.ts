import { describe, expect, test } from 'vitest';
import { besideText, placeOfText } from './places.ts';
import { checkUpload } from './uploads.ts';

test.each([
  ['content/notices/2026/tingshui/index.md', 'notices/2026/tingshui'],
  ['content/orgs/shequ/index.md', 'orgs/shequ'],
  ['content/site/index.md', 'site'],
])('%s is a place', (path, folder) => {
  expect(placeOfText(path).folder).toBe(folder);
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
])('%j is refused', (path) => {
  expect(() => placeOfText(path)).toThrow(/存不了|不是一篇内容的位置/);
});

describe('files beside a text', () => {
  test.each([
    ['合影.jpg', 'content/orgs/shequ/合影.jpg'],
    ['通知（终稿）.docx', 'content/orgs/shequ/通知（终稿）.docx'],
    ['content/orgs/shequ/a-1.png', 'content/orgs/shequ/a-1.png'],
  ])('%s', (path, full) => {
    expect(besideText('orgs/shequ', path)).toBe(full);
  });
  test.each([
    'content/orgs/other/a.png',
    'content/orgs/shequ/../other/a.png',
    'content/orgs/shequ/deep/a.png',
    '.htaccess',
    'a b.png',
    'public/a.png',
  ])('%s is refused', (path) => {
    expect(() => besideText('orgs/shequ', path)).toThrow();
  });
});

const svg = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

test.each([
  ['a shape', '<path d="M0 0h9" fill="url(#g)"/><use href="#a"/>'],
  ['a style of its own', '<style>.a{fill:#c00}</style>'],
  ['a picture inside', '<image href="data:image/png;base64,AAAA"/>'],
])('a drawing with %s passes', (_, inside) => {
  checkUpload('tu.svg', svg(inside));
});

test.each([
  ['<script>alert(1)</script>', '里面有脚本'],
  ['<SCRIPT href="data:,x"/>', '里面有脚本'],
  ['<svg:script>1</svg:script>', '里面有脚本'],
  ['<circle onload="x()"/>', '里面有脚本'],
  ['<circle r="1"/onclick=x() >', '里面有脚本'],
  ['<circle ONCLICK=x() />', '里面有脚本'],
  ['<foreignObject><b/></foreignObject>', '里面嵌入了网页'],
  ['<image href="https://example.com/a.png"/>', '里面引用了外部文件'],
  ['<a xlink:href="java&#x73;cript:alert(1)"><text>点</text></a>', '里面引用了外部文件'],
  ['<a href="/admin/"><text>点</text></a>', '里面引用了外部文件'],
  ['<image href="data:image/svg+xml;base64,AAAA"/>', '里面引用了外部文件'],
  ['<style>@import "https://example.com/a.css"</style>', '里面引用了外部文件'],
  ['<style>a{fill:u\\72l(//example.com)}</style>', '里面引用了外部文件'],
  ['<rect fill="url(https://example.com/#a)"/>', '里面引用了外部文件'],
  ['<set attributeName="href" to="javascript:1"/>', '里面有动画'],
])('a drawing with %s is refused', (inside, why) => {
  expect(() => {
    checkUpload('tu.svg', svg(inside));
  }).toThrow(`“tu.svg”不能上传：${why}。`);
});

test('entities cannot hide anything', () => {
  const sly = Buffer.from('<!DOCTYPE svg [<!ENTITY x "<script>1</script>">]><svg>&x;</svg>');
  expect(() => {
    checkUpload('tu.svg', sly);
  }).toThrow('里面有实体定义');
});

test.each([
  ['page.html', Buffer.from('<h1>'), '“page.html”不能上传，可以上传的文件有：png'],
  ['a.png', Buffer.from('<html>'), '内容和它的扩展名不一致'],
  ['a.csv', Buffer.alloc(0), '是空文件'],
  ['a.pdf', Buffer.alloc(10.5 * 1024 * 1024), '有 10.5 MB，每个文件不能超过 10 MB'],
])('%s is refused with the reason', (path, bytes, sentence) => {
  expect(() => {
    checkUpload(path, bytes);
  }).toThrow(sentence);
});
