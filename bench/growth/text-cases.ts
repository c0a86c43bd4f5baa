import { fileCases, yamlCases } from './front-matter-cases.ts';
import { markdownCases } from './markdown-cases.ts';
import { markdownConstructs } from './markdown-constructs.ts';
import { numbered, numberedCase, shapesOf, within } from './shapes.ts';
import type { Construct, GrowthCase } from './shapes.ts';
import type { Subject } from './subjects.ts';

const svg: readonly Construct[] = [
  ['<g>', '</g>'],
  ['<style>', '</style>'],
  ['<style', ''],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?a ', '?>'],
  ['<!DOCTYPE svg [', ']>'],
  ['<!ENTITY a "', '">'],
  ['&amp;', ''],
  ['&', ''],
  ['<a href="', '"/>'],
  ['<a b="url(', ')"/>'],
  ['<path d="M0 0', '"/>'],
  ['<x:a xmlns:x="a">', '</x:a>'],
  ['<', '>'],
  ['"', '"'],
  [' ', ''],
  ['字', ''],
];
const css: readonly Construct[] = [
  ['url(', ')'],
  ['(', ')'],
  ['@import ', ';'],
  ['/*', '*/'],
  ['"', '"'],
  ['\\', ''],
  ['a{', '}'],
  ['a{b}', ''],
  ['--a:{};', ''],
  ['a:b{c:d}', ''],
  ['@x;', ''],
  ['image-set(', ')'],
  ['a(', ')'],
  ['@media{', '}'],
];
const svgStart = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">';
const inSvg = (each: GrowthCase, before: string, after: string): GrowthCase =>
  within(each, `SVG ${before}`, (text) => `${svgStart}${before}${text}${after}</svg>`);
const svgCases: readonly GrowthCase[] = [
  ...shapesOf(svg).flatMap((each) => [each, inSvg(each, '', '')]),
  ...shapesOf(css).flatMap((each) => [inSvg(each, '<style>', '</style>'), inSvg(each, "<g style='", "'/>")]),
  inSvg(
    numberedCase('attributes', (at) => `a${String(at)}="" `),
    '<g ',
    '/>',
  ),
  inSvg(
    numberedCase('namespaces', (at) => `xmlns:a${String(at)}="b" `),
    '<g ',
    '/>',
  ),
  inSvg({ name: 'a long path', make: (size) => `M0 0${'l1 1'.repeat(size / 4)}` }, '<path d="', '"/>'),
];

const tableCases: readonly GrowthCase[] = [
  ...shapesOf([
    ['"', '"'],
    ['""', ''],
    [',', ''],
    ['"字,', '"'],
    ['\n', ''],
    ['\r', ''],
    ['\r\n', ''],
    ['\ufffd', ''],
    [' ', ''],
    ['字', ''],
    ['\u200b', ''],
  ]),
  numberedCase('rows', (at) => `${String(at)},甲,乙\n`),
  numberedCase('columns', (at) => `甲${String(at)},`),
  { name: 'harmful rows', make: (size) => '甲\u202e,乙\n'.repeat(size / 5) },
];

const item = (title: string, link = 'https://a.cn/1', day = '2026-03-01'): string =>
  `<item><title>${title}</title><link>${link}</link><pubDate>${day}</pubDate></item>`;
const inFeed = (each: GrowthCase): GrowthCase =>
  within(
    each,
    'feed',
    (text) => `<?xml version="1.0"?><rss version="2.0"><channel><title>甲</title>${text}</channel></rss>`,
  );
const xml: readonly Construct[] = [
  ['<item>', '</item>'],
  ['<item><title>', '</title></item>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?a ', '?>'],
  ['<!DOCTYPE a [', ']>'],
  ['<!ENTITY a "', '">'],
  ['&amp;', ''],
  ['&a;', ''],
  ['&', ''],
  ['<', '>'],
  ['<a b="', '"/>'],
  ['<a>', '</a>'],
  ['<p>', '</p>'],
  [' ', ''],
  ['<div ', '>'],
  ['{', '}'],
  ['[', ']'],
  ['字', ''],
  ['<?xml ', ''],
  ['<rss', ''],
];
const feedCases: readonly GrowthCase[] = [
  ...shapesOf(xml).flatMap((each) => [each, inFeed(each)]),
  ...shapesOf([
    ['<b>', '</b>'],
    ['&lt;b&gt;', '&lt;/b&gt;'],
    ['&amp;amp;', ''],
    [' ', ''],
    ['字', ''],
  ]).map((each) => inFeed(within(each, 'title', (text) => item(text)))),
  inFeed(numberedCase('items', (at) => item(`甲${String(at)}`, `https://a.cn/${String(at)}`))),
  inFeed({ name: 'the same item', make: (size) => item('甲').repeat(size / item('甲').length) }),
  inFeed(numberedCase('other titles with one address', (at) => item(`甲${String(at)}`))),
  inFeed({ name: 'a long day', make: (size) => item('甲', 'https://a.cn/1', '2026 '.repeat(size / 5)) }),
  inFeed({
    name: 'a day of spaces',
    make: (size) => item('甲', 'https://a.cn/1', `2026${' '.repeat(size)}-01`),
  }),
  inFeed({ name: 'a long address', make: (size) => item('甲', `https://a.cn/${'a/../'.repeat(size / 5)}`) }),
  {
    name: 'a JSON feed',
    make: (size) =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[${numbered(size, (at) => `{"id":"${String(at)}","url":"https://a.cn/${String(at)}","title":"甲"},`)}{}]}`,
  },
  {
    name: 'a page',
    make: (size) => `<!doctype html><title>登</title>${'<p><a href="/">字</a>'.repeat(size / 20)}`,
  },
];

const words: readonly Construct[] = [
  ['停水 ', ''],
  ['停', ''],
  [' ', ''],
  ['\u3000', ''],
  ['。', ''],
  ['，', ''],
  ['(', ')'],
  ['“', '”'],
  ['[', ']'],
  ['"', '"'],
  ['*', ''],
  ['+', ''],
  ['a', ''],
  ['an', ''],
  ['a ', ''],
  ["a'", ''],
  ['1', ''],
  ['1.', ''],
  ['2026-', ''],
  ['2026 47', ''],
  ['第', ''],
  ['e\u0301', ''],
  ['\u0301', ''],
  ['\ud800', ''],
  ['\u{1f468}\u200d', ''],
  ['㍿', ''],
  ['ﷺ', ''],
  ['字', ''],
];
const html: readonly Construct[] = [
  ['<p>', '</p>'],
  ['<div>', '</div>'],
  ['<b>', '</b>'],
  ['<a href="/">', '</a>'],
  ['<nav>', '</nav>'],
  ['<h2 id="a">', '</h2>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<ul><li>', '</li></ul>'],
  ['<span data-pagefind-filter="a">', '</span>'],
  ['<span data-pagefind-meta="a">', '</span>'],
  ['<br>', ''],
  ['字', ''],
  [' ', ''],
  ['<ruby>字<rt>a</rt>', '</ruby>'],
  ['<!--', '-->'],
];

/** What a check must read of a body beyond rendering it. */
const bodyCases: readonly GrowthCase[] = [
  numberedCase('links to missing pages', (at) => `[甲](/notices/2026/b${String(at)}/)\n\n`),
  numberedCase('links to missing files', (at) => `[甲](b${String(at)}.pdf)\n\n`),
  numberedCase('links to missing places of other pages', (at) => `[甲](/notices/#b${String(at)})\n\n`),
  numberedCase('missing pictures', (at) => `![甲](b${String(at)}.jpg)\n\n`),
  numberedCase('pictures of a wrong kind', (at) => `![甲](b${String(at)}.doc)\n\n`),
  numberedCase('placeholders in a line', (at) => `待补充${String(at)}，`),
  numberedCase('placeholders in lines', (at) => `xx${String(at)}活动，待补充。\n\n`),
  { name: 'the same placeholder', make: (size) => '社区xx活动，'.repeat(size / 7) },
  { name: 'a word and full stops', make: (size) => `**字${'。'.repeat(size)}字**` },
  { name: 'harmful characters', make: (size) => '字\u202e字\n\n'.repeat(size / 5) },
  { name: 'Word symbols', make: (size) => '字\uf0a3字 '.repeat(size / 4) },
  { name: 'unknown tags', make: (size) => '<o:p>字\n\n'.repeat(size / 8) },
  numberedCase('other unknown tags', (at) => `<o:p${String(at)}>字 `),
];

export const casesOf: Readonly<Record<Subject, readonly GrowthCase[]>> = {
  markdown: markdownCases,
  body: [
    ...bodyCases,
    ...shapesOf(markdownConstructs).filter(({ name }) => /repeated|one per line/.test(name)),
  ],
  'front matter': yamlCases,
  'front matter with parts': yamlCases,
  file: fileCases,
  svg: svgCases,
  table: tableCases,
  feed: feedCases,
  query: shapesOf(words),
  'desk search': shapesOf(words),
  'searched entry': shapesOf(words),
  'page text': shapesOf(words),
  // The renderer closes what it opens, and not in one another without end.
  page: shapesOf(html).filter(({ name }) => !/unclosed|never closed|nested/.test(name)),
};
