import { expect, test } from 'vitest';
import { checkEntry } from '../check/check-entry.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });
const told = (...lines: string[]): string[] =>
  checkEntry('notices', 'a.md', ['---', ...lines, '---', '', '正文'].join('\n'), noBody)
    .problems.filter(({ message }) => !message.startsWith('缺少'))
    .map(({ message }) => message);

test('a name with nothing behind it is missing, and nothing else', () => {
  expect(told('title:', 'slug: a')).toEqual([]);
});

test('a block that begins with | keeps its lines, one that goes on by itself is told', () => {
  expect(told('slug: a', 'summary: |', '  第一行，', '  第二行')).toEqual([]);
  expect(told('slug: a', 'summary: 第一行，', '  第二行')).toEqual([
    expect.stringContaining('“第一行，”和“第二行”之间会多一个空格'),
  ]);
  expect(told('slug: a', 'summary: one line', '  and another')).toEqual([]);
});

test('an English colon with a blank is told as what made several of one', () => {
  expect(told('slug: a', 'title:', '  停水: 周六')).toEqual([
    expect.stringContaining('现在写成了几项，因为里面有英文冒号和空格。'),
  ]);
  expect(told('slug: a', 'title:', '  - 停水')).toEqual([expect.stringContaining('现在写成了几项。')]);
});
