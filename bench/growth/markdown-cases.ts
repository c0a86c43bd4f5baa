import { halves, pairsOf, repeated, shapesOf } from './shapes.ts';
import { markdownConstructs } from './markdown-constructs.ts';
import type { GrowthCase } from './shapes.ts';

/** Many uses of one definition, which is so long that it is refused, or as long as it may be. */
const shared = (use: string, name: string, definition: (size: number) => string): GrowthCase => ({
  name: `${use}with ${name}`,
  make: (size) => `${use.repeat(size / use.length)}\n\n[甲]: ${definition(Math.max(2100, size))}\n`,
});

/** Shapes that no table of constructs gives: what attacked this site, and what multiplies one part of a text. */
const special: readonly GrowthCase[] = [
  repeated('[甲]: /a/\n'),
  halves('[甲] ', '\n\n[甲]: /a/\n'),
  ...['[甲] ', '![甲] ', '[乙][甲] '].flatMap((use): GrowthCase[] => [
    shared(use, 'a long address', (size) => `/a${'a'.repeat(size)}`),
    shared(use, 'a long title', (size) => `/a/ "${'题'.repeat(size)}"`),
    shared(use, 'an allowed address', () => `/a${'a'.repeat(1900)}`),
    shared(use, 'an allowed title', () => `/a/ "${'题'.repeat(190)}"`),
  ]),
  { name: 'a link with a long address', make: (size) => `[甲](/${'a'.repeat(size)})` },
  { name: 'many links in one paragraph', make: (size) => '[甲](/a/) '.repeat(size / 9) },
  { name: 'a link with many brackets', make: (size) => `http://a.cn/${')'.repeat(size)}` },
  { name: 'a link with many opening brackets', make: (size) => `http://a.cn/${'('.repeat(size)}` },
  { name: 'a link with many dots', make: (size) => `http://a.cn/${'.a'.repeat(size / 2)}` },
  ...['- ', '—', '－ ', '-:｜'].map((mark): GrowthCase => ({
    name: `a row of ${mark} that ends otherwise`,
    make: (size) => `${mark.repeat(size / mark.length)}x`,
  })),
  { name: 'the same heading', make: (size) => '# 总\n'.repeat(size) },
  {
    name: 'numbered headings that collide',
    make: (size) =>
      Array.from({ length: size / 16 }, (_, at) => `## 总则\n\n## 总则 ${String(at)}\n\n`).join(''),
  },
  {
    name: 'many headings, and links to missing ones',
    make: (size) =>
      Array.from(
        { length: size / 40 },
        (_, at) => `## 第${String(at)}章节\n\n[甲](#第${String(at)}节章乙)\n\n`,
      ).join(''),
  },
  {
    name: 'many headings, and links to each',
    make: (size) =>
      Array.from(
        { length: size / 40 },
        (_, at) => `## 第${String(at)}章节\n\n[甲](#第${String(at)}章节)\n\n`,
      ).join(''),
  },
  {
    name: 'many notes with their references',
    make: (size) =>
      Array.from({ length: size / 24 }, (_, at) => `[^${String(at)}]\n\n[^${String(at)}]: 注\n\n`).join(''),
  },
  {
    name: 'many empty notes',
    make: (size) => Array.from({ length: size / 12 }, (_, at) => `[^${String(at)}]:\n\n`).join(''),
  },
  {
    name: 'many definitions with their links',
    make: (size) =>
      Array.from({ length: size / 24 }, (_, at) => `[${String(at)}]\n\n[${String(at)}]: /a/\n\n`).join(''),
  },
  { name: 'many tables', make: (size) => '| 甲 |\n| --- |\n| 乙 |\n\n'.repeat(size / 20) },
  {
    name: 'a table with many columns',
    make: (size) => `${'| 甲 '.repeat(size / 16)}|\n${'| --- '.repeat(size / 16)}|\n`.repeat(1),
  },
  {
    name: 'a table with many columns and short rows',
    make: (size) => `${'|甲'.repeat(size / 14)}|\n${'|-'.repeat(size / 14)}|\n${'|\n'.repeat(size / 4)}`,
  },
  { name: 'deep quotes of many lines', make: (size) => `${'>'.repeat(60)} 字\n`.repeat(size / 63) },
  {
    name: 'a list that goes deeper with each line',
    make: (size) =>
      Array.from({ length: Math.sqrt(size) }, (_, at) => `${'  '.repeat(at / 2)}- 字\n`).join(''),
  },
  {
    name: 'open tags and other closing tags',
    make: (size) => '<sup>'.repeat(size / 11) + '</sub>'.repeat(size / 11),
  },
  {
    name: 'lines of a notice',
    make: (size) => '时间：三月一日\n地点：会议室\n一、请带好本子\n各位居民：\n请注意，\n'.repeat(size / 36),
  },
  { name: 'lines of names', make: (size) => '张三\n李四\n王五\n'.repeat(size / 9) },
  {
    name: 'indented lines',
    make: (size) => '\u3000\u3000第一段写一句话。\n\u3000\u3000第二段\n'.repeat(size / 18),
  },
  { name: 'the front matter of another system', make: (size) => `---\n${'a: b\n'.repeat(size / 5)}` },
  { name: 'a long word', make: (size) => 'a'.repeat(size) },
  { name: 'spaces and a word', make: (size) => `字${' '.repeat(size)}字` },
  { name: 'tabs and a word', make: (size) => `字${'\t'.repeat(size)}字` },
  { name: 'full stops and a word', make: (size) => `字${'。'.repeat(size)}字` },
  {
    name: 'plain text',
    make: (size) => '本社区与学院共建，常年开展活动，欢迎居民参加。\n\n'.repeat(size / 25),
  },
];

export const markdownCases: readonly GrowthCase[] = [...shapesOf(markdownConstructs), ...special];

/** Every two constructs together: too many for the tests, for the bench. */
export const markdownPairs = (): GrowthCase[] => pairsOf(markdownConstructs);
