import { expect, test } from 'vitest';
import { renderMarkdown } from './render.ts';
import { showsNothing } from './plain-text.ts';

const text = (...lines: string[]): string => renderMarkdown(lines.join('\n')).text;

test('puts a space where Markdown joins lines, and a line break where one was typed', () => {
  expect(text('we meet', 'at nine')).toBe('we meet at nine');
  expect(text('九点开会，\\', '不见不散')).toBe('九点开会，\n不见不散');
});

test('gives a paragraph, a heading, a row and a line of code one line each', () => {
  expect(
    text(
      '## 时间',
      '',
      '九点。',
      '',
      '| 早 | 晚 |',
      '| --- | --- |',
      '| 粥 |  |',
      '',
      '```',
      '一',
      '二',
      '```',
    ),
  ).toBe('时间\n九点。\n早 晚\n粥\n一\n二');
});

test('keeps superscript and subscript digits, and only those', () => {
  expect(text('10<sup>3</sup>3 米，H<sub>2</sub>O，a<sup>n</sup>')).toBe('10³3 米，H₂O，aⁿ');
});

test('leaves out footnote numbers', () => {
  expect(text('见注[^1]。', '', '[^1]: 原文。')).toMatch(/^见注。/);
});

test.each([
  ['', '', true],
  ['<p>\u200b </p>', '\u200b ', true],
  ['<p><img src="a.png"></p>', '', false],
  ['<hr>', '', false],
  ['<p>字</p>', '字', false],
])('showsNothing(%j, %j) is %s', (html, written, nothing) => {
  expect(showsNothing(html, written)).toBe(nothing);
});
