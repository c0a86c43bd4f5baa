import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

const messagesOf = (source: string) => renderMarkdown(source).problems.map(({ message }) => message);

describe('reports the syntax of other editors, with what to write instead', () => {
  test.each<[source: string, seen: string, write: string]>([
    ['!!! info "标题"', '“!!! info”', '“:::提示”'],
    ['！！！提示 停水', '“！！！提示”', '“:::提示”'],
    ['???+ note', '“???+ note”', '“:::提示”'],
    ['.. warning::', '“.. warning::”', '“:::提示”'],
    ['> [!todo]\n> 一', '“[!todo]”', '“:::提示”'],
    ['[!NOTE]\n一', '“[!NOTE]”', '“:::提示”'],
    ['[TOC]', '“[TOC]”', '请删去这一行'],
    ['*[HTML]: 超文本', '“*[HTML]:”', '在正文里说'],
    ['- [ ]打扫', '“[ ]”', '空一格'],
    ['[[_toc_]]', '“[[toc]]”', '请删去这一行'],
    ['@[toc](目录)', '“@[toc]”', '请删去这一行'],
    ['== 总结 ==', '“== 总结 ==”', '“## 总结”'],
    ['h2. 总结', '“h2. 总结”', '“## 总结”'],
    ['+-----+-----+', '“+-----+-----+”', '“| --- | --- |”'],
    ['一\n<<<<<<< HEAD\n二', '“<<<<<<< ”', '留下该留的文字'],
    ['见[[办事指南]]', '“[[办事指南]]”', '“[办事指南](网址)”'],
    ['![[海报.jpg]]', '“![[海报.jpg]]”', '“![说明文字](图片地址)”'],
    ['请==务必==参加', '“==务必==”', '“**务必**”'],
    ['请＝＝务必＝＝参加', '“＝＝务必＝＝”', '“**务必**”'],
    ["请'''务必'''参加", "“'''务必'''”", '“**务必**”'],
    ['请__务必__参加', '“__务必__”', '“**务必**”'],
    ['另++加++一条', '“++加++”', '“<ins>加</ins>”'],
    ['CO~2~', '“~2~”', '“<sub>2</sub>”'],
    ['十平方米 m^2^', '“^2^”', '“<sup>2</sup>”'],
    ['勾股 $a^2+b^2=c^2$ 定理', '“$a^2+b^2=c^2$”', '做成图片'],
    ['$$x$$', '“$$x$$”', '做成图片'],
    ['好 :+1: 好', '“:+1:”', '直接打出来'],
    ['欢迎:smile:光临', '“:smile:”', '直接打出来'],
    ['@[视频](https://example.cn/v)', '“@[视频]”', '去掉“@”'],
    ['## 总结 {#end}', '“{#end}”', '请删去它'],
    ['![图](a.jpg){width=50%}', '“{width=50%}”', '请删去它'],
    ['你好，{{姓名}}', '“{{姓名}}”', '换成要写的文字'],
    ['{% include x %}', '“{% include x %}”', '换成要写的文字'],
    ['一%%待核%%二', '“%%待核%%”', '“<!-- 文字 -->”'],
    ['[color=red]红[/color]', '“[color=red]红[/color]”', '“**文字**”'],
    ['![图](照 片)', '“![图](照 片)”', '尖括号'],
    ['![图]( 照片.jpg 一)', '“![图]( 照片.jpg 一)”', '尖括号'],
    ['@[](https://example.cn/v)', '链接“https://example.cn/v”', '没有文字'],
    ['见[通知](https://example.cn/通 知)', '“[通知](https://example.cn/通 知)”', '尖括号'],
    ['[办事指南] (/services/)', '“[办事指南] (/services/)”', '紧挨着'],
    ['一^^注^^二', '“^^注^^”', '“<sup>注</sup>”'],
    ['$$', '“$$”', '公式'],
    ['···js', '“···js”', '“```”'],
    ['┌──┬──┐', '“┌──┬──┐”', '“| --- | --- |”'],
    ['│项目│金额│', '“│项目│”', '“| --- | --- |”'],
    ['- [] 打扫', '“[]”', '“- [ ] 文字”'],
    ['\\pagebreak', '“\\pagebreak”', '请删去它'],
    ['{color:red}红', '“{color:red}”', '请删去它'],
    ['[caption]图[/caption]', '“[caption]图[/caption]”', '只留文字'],
    ['辛苦了[抱拳]', '“[抱拳]”', '直接打出来'],
    ['C==D语言==', '“==D语言==”', '“**D语言**”'],
    ['见[办法](https://example.cn/a', '“[办法](https://example.cn/a”', '补上“)”'],
    ['见[办法](办法.pdf', '“[办法](办法.pdf”', '补上“)”'],
    ['<![endif]>', '“<![endif]>”', '请删去它'],
  ])('%s', (source, seen, write) => {
    const [message = '', ...more] = messagesOf(source);
    expect(message).toContain(seen);
    expect(message).toContain(write);
    expect(more).toEqual([]);
  });

  test('reports the right line inside GitHub alerts', () => {
    const { problems } = renderMarkdown('> [!NOTE]\n> 一\n> ==二==\n>\n> > [!TIP] 三\n> > <br>');
    expect(problems.map(({ line }) => line)).toEqual([3, 6]);
  });

  test('reports each mark on its line', () => {
    const { problems } = renderMarkdown('一\n==二== ==三==\n[[四]]');
    expect(problems.map(({ line, message }) => `${line} ${/“(.+?)”/.exec(message)?.[1] ?? ''}`)).toEqual([
      '2 ==二==',
      '2 ==三==',
      '3 [[四]]',
    ]);
  });
});

test('reports the front matter of another system once', () => {
  const { problems } = renderMarkdown('\n---\ntitle: 一\ntags:\n  - 二\n---\n\n三');
  expect(problems.map(({ line }) => line)).toEqual([2]);
  expect(problems[0]?.message).toContain('填进表单');
  expect(messagesOf('---\n时间：三点\n---\n\n一')).toEqual([]);
  expect(messagesOf('一\n\n---\nTel: 1\n---\n')).toEqual([]);
});

test('reports middle dots that were meant as a code fence', () => {
  const { problems } = renderMarkdown('略\n\n···\nlet a;\n\nlet b;\n···\n');
  expect(problems.map(({ line }) => line)).toEqual([3, 7]);
});

describe('reports HTML tags', () => {
  test.each([
    ['<o:p></o:p>', '“<o:p>”'],
    ['<my-box>一', '“<my-box>”'],
    ['<foo a="b">', '“<foo a="b">”'],
    ['一</foo>', '“</foo>”'],
    ['<details>一', '“<details>”'],
    ['<figure>一', '“<figure>”'],
    ['<dl>一', '“<dl>”'],
    ['<center>一', '“<center>”'],
    ['<mark>一', '“<mark>”'],
    ['＜br＞', '“<br>”'],
    ['一＜／font＞', '“</font>”'],
    ['＜br／＞', '“<br/>”'],
    ['<kbd>一', '“<kbd>”'],
    ['<ruby class="a">一', '“<ruby class="a">”'],
    ['<st1:place>', '“<st1:place>”'],
  ])('%s', (source, seen) => {
    expect(messagesOf(source)).toHaveLength(1);
    expect(messagesOf(source)[0]).toContain(seen);
  });
});

test.each([
  '`==x==` `[[x]]` \\[[x]] \\==x==',
  '```\n!!! info\n{{ x }}\n```',
  '!!! 太好了',
  '！！！',
  '!!!重要通知!!!',
  '比分 2:1，时间 8:30:20，比例 1:2:3',
  '票价$5，原价$10，US$5 和 US$8，$5~$10',
  '姓名：____电话：____',
  '日期：____年__月__日，__年__月__日，第__页共__页，__时__分至__时__分',
  '姓名：__电话：__，（__）人（__）元，__/__，__、__',
  'C++ 和 C++11，a==b，1 + 1 == 2',
  '周一~周五，3~5~7，8:30~11:30',
  '2^10 和 x^2',
  '[1] (2026) 号，[注](见 附件)，@[张三](/a/)',
  '示共发〔2026〕2 号，{一}，完成 80%，100%%',
  '<姓名> a<5>b A＜B，B＞C',
  '------',
  '“||”',
  '···\n一\n\n···\n\n二',
  '一\n\n···\n\n二\n\n···\n\n三',
  '一\n···',
  '· · ·',
  '填写:https://example.cn/a，时间:8:30',
  '[一](还没有',
  '1+1==2 且 2+2==4，if (a==b && c==d)',
  'D:\\公示\\2026，是\\否',
  '[红包]金额另告，[福建]，[] 为空',
])('reports nothing: %s', (source) => expect(messagesOf(source)).toEqual([]));

test('gives ruby, keys and superscript as they are read aloud', () => {
  const source =
    '<ruby>共建<rt>gòng jiàn</rt></ruby>，<kbd>F5</kbd>，10<sup>-3</sup>\n\n大党委\n: H<sub>2</sub>O';
  expect(renderMarkdown(source).text).toBe('共建（gòng jiàn），F5，10⁻³\n大党委\nH₂O');
});

test('reports a colon at the start of a line that is no definition', () => {
  expect(messagesOf('大党委\n\n: 各家一起')[0]).toContain('把词单独写在上一行');
  expect(messagesOf('大党委\n: 各家一起')).toEqual([]);
});
