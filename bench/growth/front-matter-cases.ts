import { halves, numberedCase, repeated, shapesOf } from './shapes.ts';
import type { Construct, GrowthCase } from './shapes.ts';

const yaml: readonly Construct[] = [
  ['[', ']'],
  ['{', '}'],
  ['{a: ', '}'],
  ['- ', ''],
  ['- - ', ''],
  ['? ', ''],
  [': ', ''],
  ['a: ', ''],
  ['"', '"'],
  ["'", "'"],
  ['# ', ''],
  ['&a ', ''],
  ['*a ', ''],
  ['!a ', ''],
  ['|\n ', ''],
  ['>\n ', ''],
  ['%', ''],
  ['---', ''],
  ['...', ''],
  ['\t', ''],
  [' ', ''],
  ['\n', ''],
  ['\u3000', ''],
  ['：', ''],
  [',', ''],
  ['\\', ''],
  ['title: "', '"'],
  ['topics: [', ']'],
  ['字', ''],
];

export const yamlCases: readonly GrowthCase[] = [
  ...shapesOf(yaml),
  numberedCase('many keys', (at) => `key${String(at)}: a\n`),
  numberedCase('many keys of a flow map', (at) => `k${String(at)}: a, `, 'title: {'),
  numberedCase('a long list', (at) => `- a${String(at)}\n`, 'topics:\n'),
  numberedCase(
    'a long list of attachments',
    (at) => `  - src: a${String(at)}.pdf\n    title: 甲\n`,
    'attachments:\n',
  ),
  numberedCase('a long list of relations', (at) => `  - org-${String(at)}\n`, 'orgs:\n'),
  numberedCase('questions', (at) => `  - number: ${String(at)}\n    text: 甲\n`, 'questions:\n'),
  numberedCase('questions with the same number', () => '  - number: 1\n    text: 甲\n', 'questions:\n'),
  numberedCase(
    'options of one question',
    (at) => `      - text: 甲${String(at)}\n`,
    'questions:\n  - number: 1\n    options:\n',
  ),
  numberedCase(
    'anchors and aliases',
    (at) => `k${String(at)}: &a${String(at)} [*a${String(at - 1)}, *a${String(at - 1)}]\n`,
  ),
  numberedCase('old addresses', (at) => `  - /notices/2026/b${String(at)}/\n`, 'formerly:\n'),
  {
    name: 'a list that goes deeper',
    make: (size) =>
      Array.from({ length: Math.sqrt(size) }, (_, at) => `${' '.repeat(at)}a${String(at)}:\n`).join(''),
  },
  { name: 'a long title', make: (size) => `title: ${'字'.repeat(size)}` },
  { name: 'a long summary in lines', make: (size) => `summary: |\n${'  待补充，字\n'.repeat(size / 8)}` },
  { name: 'a long summary in one line', make: (size) => `summary: ${'待补充，'.repeat(size / 4)}` },
  { name: 'a summary with an end of spaces', make: (size) => `summary: "字${' '.repeat(size)}字"` },
  { name: 'a quoted text of lines', make: (size) => `summary: "${'字\n  '.repeat(size / 4)}"` },
  { name: 'lines of text', make: (size) => 'title: 停水\n字字字\n'.repeat(size / 14) },
  { name: 'the same key', make: (size) => 'title: 停水\n'.repeat(size / 10) },
  { name: 'a long value that is not a day', make: (size) => `published: ${'a'.repeat(size)}` },
  { name: 'a list instead of a text', make: (size) => `title:\n${'  - 甲\n'.repeat(size / 6)}` },
];

export const fileCases: readonly GrowthCase[] = [
  ...['---\n', '---', '--- \n', '————\n', '\n', ' ', '\r\n', '\r', '-', '\ufeff', '---\n字\n'].flatMap(
    (unit) => [
      repeated(unit),
      {
        name: `${JSON.stringify(unit)} after an opening line`,
        make: (size: number) => `---\n${repeated(unit).make(size)}`,
      },
    ],
  ),
  halves('---\na: b\n', '\n'),
];
