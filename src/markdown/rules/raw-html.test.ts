import { expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

const problemsOf = (...lines: string[]): string[] =>
  renderMarkdown(lines.join('\n')).problems.map(({ line, message }) => `${String(line)} ${message}`);
const message = (tag: string, write: string): string =>
  `1 这里的 HTML 标签“${tag}”会原样显示给读者。${write}`;

test.each([
  ['<br>', '要换行，请空一行另起一段，或在行末加一个“\\”。'],
  ['<strong>', '要强调，请写成“**文字**”。'],
  ['<del>', '要划去文字，请写成“~~文字~~”。'],
  ['<h1>', '标题请写成“## 标题”。'],
  ['<h4>', '小标题请写成“### 标题”。'],
  ['<li>', '列表请逐行写成“- 内容”，有次序的写成“1. 内容”。'],
  ['<td>', '表格请用“|”分隔各列，第二行写“| --- | --- |”。'],
  ['<pre>', '代码请写在一对反引号“`”之间，多行的在前后各写一行“```”。'],
  ['<dt>', '解释词语请把词单独写一行，下一行写“: 解释”。'],
  ['<cite>', '引用的话请直接加上引号。'],
  ['<div>', '请删去标签，只留文字；段落之间空一行。'],
  ['<font>', '字体、颜色和大小由网站统一安排，请删去标签，只留文字。'],
  ['<video>', '网页里的控件放不进文章，请删去它，改写成链接“[文字](网址)”。'],
  ['<script>', '文章里不能运行程序，请删去它。'],
  ['<my-box>', '网站不认这个标签，请删去它，只留文字。'],
  ['<foo a="b">', '网站不认这个标签，请删去它，只留文字。'],
])('reports %s and what to write instead', (tag, write) => {
  expect(problemsOf(`${tag}文字`)).toEqual([message(tag, write)]);
});

test('accepts a name in angle brackets', () => {
  expect(problemsOf('请填<姓名>和<name>，a < b。')).toEqual([]);
});

test('reports a pair of tags once, on one line or two', () => {
  expect(problemsOf('<b>一</b>二<b>三</b>')).toHaveLength(1);
  expect(problemsOf('<b>一', '二</b>')).toHaveLength(1);
  expect(problemsOf('</b>一')).toHaveLength(1);
});

test('recognizes full-width tags, and shortens a long one', () => {
  expect(problemsOf('一＜br／＞二')).toEqual([
    message('<br/>', '要换行，请空一行另起一段，或在行末加一个“\\”。'),
  ]);
  expect(problemsOf(`<div class="${'a'.repeat(40)}">`)[0]).toContain(`“<div class="${'a'.repeat(27)}…”`);
});
