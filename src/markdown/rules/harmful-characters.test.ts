import { expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

const problemsOf = (...lines: string[]): string[] =>
  renderMarkdown(lines.join('\n')).problems.map(
    ({ line, message }) => `${String(line)} ${message.slice(0, 24)}`,
  );

test.each([
  ['a lost character', '停\ufffd水', '2 这一行里“停”和“水”之间有一个乱码“\ufffd”'],
  ['a bidirectional override', '电话 \u202e110', '2 这一行里“电话”和“110”之间有一个看不见的符'],
  ['a control character from Word', '甲\u0007、乙', '2 这一行里“甲”和“、乙”之间有一个看不见的控'],
  ['in the alternative text of an image', '![食\ufffc堂](a.jpg)', '2 这一行里“![食”和“堂](a.j”之间有一个'],
  ['in code', '`a\u0001b`', '2 这一行里“`a”和“b`”之间有一个看不见的控制'],
  ['as a character reference', '停&#x202e;水', '2 这一行里“停”和“水”之间有一个看不见的符号，会'],
  [
    'as an invalid character reference',
    '停&#8;水&#9999999;',
    '2 这一行里“停”和“水”之间有一个看不见的控制符号',
  ],
  ['a symbol font character inside text', '选择 \uf0fe 同意', '2 这一行里“选择”和“同意”之间有一个只有 W'],
])('%s', (_, line, sentence) => {
  expect(problemsOf('第一行', line).map((problem) => problem.slice(0, sentence.length))).toEqual([sentence]);
});

test('accepts Word bullets of a list, emoji and references to ordinary characters', () => {
  expect(problemsOf('\uf0b7 一', '\uf0d8　二', '', '👨‍👩‍👧 &#169; &#x4e2d; &nbsp;')).toEqual([]);
});

test('drops bidirectional overrides from the HTML, and keeps the lines', () => {
  expect(renderMarkdown('一\u202e二\n\n三\ufffd').html).toBe('<p>一二</p>\n<p>三\ufffd</p>\n');
});
