import { expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

const told = (...lines: string[]): string[] =>
  renderMarkdown(lines.join('\n')).problems.map(
    ({ line, message }) => `${String(line)} ${message.slice(0, 24)}`,
  );

test.each([
  ['a lost character', '停\ufffd水', '2 这一行里“停”和“水”之间有一个乱码“\ufffd”'],
  ['a mark that turns the text round', '电话 \u202e110', '2 这一行里“电话”和“110”之间有一个看不见的符'],
  ['a control of Word', '甲\u0007、乙', '2 这一行里“甲”和“、乙”之间有一个看不见的控'],
  ['in the words of a picture', '![食\ufffc堂](a.jpg)', '2 这一行里“![食”和“堂](a.j”之间有一个'],
  ['in code', '`a\u0001b`', '2 这一行里“`a”和“b`”之间有一个看不见的控制'],
  ['written as a number', '停&#x202e;水', '2 这一行里“停”和“水”之间有一个看不见的符号，会'],
  ['written as a number nobody has', '停&#8;水&#9999999;', '2 这一行里“停”和“水”之间有一个看不见的控制符号'],
  ['a sign of a font amid the text', '选择 \uf0fe 同意', '2 这一行里“选择”和“同意”之间有一个只有 W'],
])('%s', (_, line, sentence) => {
  expect(told('第一行', line).map((said) => said.slice(0, sentence.length))).toEqual([sentence]);
});

test('marks of Word that make a list, emoji and numbers of ordinary characters are no fault', () => {
  expect(told('\uf0b7 一', '\uf0d8　二', '', '👨‍👩‍👧 &#169; &#x4e2d; &nbsp;')).toEqual([]);
});

test('the preview does not turn round, and keeps its lines', () => {
  expect(renderMarkdown('一\u202e二\n\n三\ufffd').html).toBe('<p>一二</p>\n<p>三\ufffd</p>\n');
});
