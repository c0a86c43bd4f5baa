import { expect, test } from 'vitest';
import { checkFrontMatter, entryWith } from './front-matter-examples.ts';
import { parseFrontMatter } from './entry-file.ts';

const messagesFor = (...lines: string[]): string[] => checkFrontMatter(entryWith(...lines)).messages;

test('a front matter that is too long is one problem, before it is parsed', () => {
  const { messages } = checkFrontMatter(entryWith('orgs:', ...Array.from({ length: 40_000 }, () => '  - a')));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('个字符，太多了，最多 100000 个');
});

test.each([
  ['brackets', `topics: ${'['.repeat(30)}`, '方括号或花括号一层套一层'],
  ['braces on lines', Array.from({ length: 30 }, () => '{').join('\n'), '方括号或花括号一层套一层'],
  ['list marks', `${'- '.repeat(5000)}a`, '内容一层套一层，超过了 20 层'],
  ['colons', 'a: '.repeat(5000), '内容一层套一层，超过了 20 层'],
  ['indents', Array.from({ length: 30 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), '内容一层套一层'],
])('%s in one another are one problem', (_, line, sentence) => {
  const messages = messagesFor(line);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(sentence);
});

test('brackets in texts and lists in lists are fine', () => {
  expect(parseFrontMatter('a: 见[1][2][3]\nb:\n  - c:\n      - d: [e, f]\n').errors).toEqual([]);
  expect(parseFrontMatter(`a: ${'[甲] '.repeat(100)}`).excess).toBeUndefined();
});

test('every key that is there twice is reported at its line', () => {
  expect(messagesFor('title: 甲', 'summary: 乙', 'title: 丙', 'summary: 丁')).toEqual([
    '4 这一项写了两遍，请删去一个。',
    '5 这一项写了两遍，请删去一个。',
  ]);
});

test('a missing quote is reported where it was opened, however many errors follow', () => {
  const messages = messagesFor('title: "甲', ...Array.from({ length: 500 }, () => 'summary: "乙"'));
  expect(messages.length).toBeLessThan(60);
  expect(messages[0]).toMatch(/^2 /);
});
