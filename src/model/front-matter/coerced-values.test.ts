import { expect, test } from 'vitest';
import { checkEntry } from '../check/check-entry.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });
const messagesFor = (...lines: string[]): string[] =>
  checkEntry('notices', 'a.md', ['---', ...lines, '---', '', '正文'].join('\n'), noBody)
    .problems.filter(({ message }) => !message.startsWith('缺少'))
    .map(({ message }) => message);

test('reports nothing but a missing value for a key without a value', () => {
  expect(messagesFor('title:', 'slug: a')).toEqual([]);
});

test('accepts a block that begins with |, and reports lines that are joined', () => {
  expect(messagesFor('slug: a', 'summary: |', '  第一行，', '  第二行')).toEqual([]);
  expect(messagesFor('slug: a', 'summary: 第一行，', '  第二行')).toEqual([
    expect.stringContaining('“第一行，”和“第二行”之间会多一个空格'),
  ]);
  expect(messagesFor('slug: a', 'summary: one line', '  and another')).toEqual([]);
});

test('names an English colon with a space as the reason for a map', () => {
  expect(messagesFor('slug: a', 'title:', '  停水: 周六')).toEqual([
    expect.stringContaining('现在写成了几项，因为里面有英文冒号和空格。'),
  ]);
  expect(messagesFor('slug: a', 'title:', '  - 停水')).toEqual([expect.stringContaining('现在写成了几项。')]);
});
