import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './render.ts';

const problemsOf = (...lines: string[]) =>
  renderMarkdown(lines.join('\n')).problems.map(({ line, message }) => `第 ${line} 行  ${message}`);

describe('problems reported to an editor', () => {
  const cases: [name: string, source: string[], problems: string[]][] = [
    ['none for a correct text', ['## 总结', '', '共驻共建[^1]，a < b，〈条例〉。', '', '[^1]: 注'], []],
    [
      'a first-level heading',
      ['开头', '', '# 总结'],
      ['第 3 行  一级标题“# ”留给文章的题目，正文里的标题请从二级开始，写成“## ”。'],
    ],
    ['a heading without a space', ['##总结'], ['第 1 行  标题的“##”和文字之间少一个空格。请写成“## 总结”。']],
    [
      'a full-width heading mark without a space',
      ['一', '＃＃总结'],
      ['第 2 行  标题的“＃＃”和文字之间少一个空格。请写成“## 总结”。'],
    ],
    [
      'an indented heading',
      ['      ## 总结'],
      ['第 1 行  标题“总结”前面的空格太多，读者会看到“##”。请删去行首的空格。'],
    ],
    [
      'a heading of level seven',
      ['####### 一'],
      ['第 1 行  标题的“#”最多六个，读者会看到它们。请写成“###### 一”。'],
    ],
    [
      'an underlined heading',
      ['总结', '===='],
      ['第 2 行  用“===”画线的标题网站不认。请删去这一行，在标题前写“## ”。'],
    ],
    [
      'an empty heading',
      ['## '],
      ['第 1 行  这一行只有标题的“#”，没有文字。请在“#”和空格后面写上标题，或删去这一行。'],
    ],
    ['none for a hashtag or a number after #', ['#志愿服务#', '', '#3 号楼', '', '\\#号'], []],
    ['none for a skipped level', ['## 一', '', '#### （一）'], []],
    [
      'a footnote reference without its note',
      ['一', '二[^a]'],
      ['第 2 行  脚注“[^a]”还没有内容。请在文末另起一行写“[^a]: 注释”。'],
    ],
    [
      'a note without a reference',
      ['一', '', '[^b]: 注'],
      ['第 3 行  脚注“[^b]:”在正文里没有用到。请在要注释的文字后面写“[^b]”，或删去它。'],
    ],
    [
      'a note defined twice',
      ['一[^b]', '', '[^b]: 甲', '', '[^b]: 乙'],
      ['第 5 行  脚注“[^b]:”写了两次，读者只能看到后一次。请给其中一条换一个号。'],
    ],
    [
      'an empty note',
      ['一[^b]', '', '[^b]:'],
      ['第 3 行  脚注“[^b]:”后面没有内容。请写上注释，或删去这条脚注。'],
    ],
    [
      'an unclosed callout',
      ['> 引', '', ':::提示', '一'],
      ['第 3 行  提示框“:::提示”没有结束。请在框内文字后面单独写一行“:::”。'],
    ],
    [
      'an unclosed callout inside another',
      ['::: 提示', '::: 注意', '一', ':::'],
      ['第 2 行  提示框“:::注意”没有结束。请在框内文字后面单独写一行“:::”。'],
    ],
    [
      'an unknown callout, and its closing line',
      ['::: 彩色', '一', '', ':::'],
      [
        '第 1 行  网站没有叫“彩色”的提示框。可以写“:::提示”、“:::要点”、“:::注意”、“:::政策”、“:::引文”。',
        '第 4 行  这一行“:::”前面没有提示框的开头。请删去它，或在框的第一行写上名称，如“:::提示”。',
      ],
    ],
    [
      'an unclosed code fence',
      ['```', '一'],
      ['第 1 行  代码块从这里开始，却没有结束。请在代码后面单独写一行“```”。'],
    ],
    ['none for a fence closed in a quotation', ['> ```', '> 一', '> ```'], []],
    [
      'an unclosed comment',
      ['一 <!-- 待核'],
      ['第 1 行  批注以“<!--”开头，却没有结束。请在批注末尾写上“-->”。'],
    ],
    [
      'HTML tags, each once per line',
      ['一<br>二<BR/>三', '<font color="red">四</font>'],
      [
        '第 1 行  这里的 HTML 标签“<br>”会原样显示给读者。要换行，请空一行另起一段，或在行末加一个“\\”。',
        '第 2 行  这里的 HTML 标签“<font color="red">”会原样显示给读者。字体、颜色和大小由网站统一安排，请删去标签，只留文字。',
      ],
    ],
    [
      'none for tags in code, escaped or unknown',
      ['`<br>` \\<br> &lt;br&gt; <姓名> a<5>b <constructor>'],
      [],
    ],
    [
      'an HTML link',
      ['<a href="https://example.cn/">一</a>'],
      [
        '第 1 行  这里的 HTML 标签“<a href="https://example.cn/">”会原样显示给读者。链接请写成“[文字](网址)”。',
      ],
    ],
    [
      'a link without an address',
      ['[一]()'],
      ['第 1 行  链接的圆括号里没有地址。请写上地址，如“[文字](https://…)”，或只留文字。'],
    ],
    [
      'a link without text',
      ['一', '[](/a)'],
      ['第 2 行  链接“/a”没有文字。请在方括号里写上读者看到的文字。'],
    ],
    ['none for a link around an image', ['[![海报](a.jpg)](/a)'], []],
    [
      'an address that readers cannot open',
      ['[一](C:\\a.doc)'],
      [
        '第 1 行  链接地址“C:\\a.doc”读者打不开。请改成以 https:// 开头的网址、本站的地址，或 mailto:、tel: 开头的联系方式。',
      ],
    ],
    [
      'an address without https',
      ['[一](www.example.cn)'],
      ['第 1 行  链接地址“www.example.cn”少了开头。请写成“https://www.example.cn”。'],
    ],
    [
      'a link to a missing heading',
      ['[一](#二)'],
      ['第 1 行  这篇文章里没有“二”这个标题。请写成“#”加标题原来的文字，如“#第一章-总则”。'],
    ],
    [
      'a link with nothing behind its #',
      ['[回到上面](#)'],
      [
        '第 1 行  这个链接的地址只有“#”，没有写是哪个标题。请写成“#”加标题原来的文字，如“#第一章-总则”，或删去链接，只留文字。',
      ],
    ],
    [
      'a link with a blank behind its #',
      ['[回到上面](<# >)'],
      [
        '第 1 行  这个链接的地址只有“#”，没有写是哪个标题。请写成“#”加标题原来的文字，如“#第一章-总则”，或删去链接，只留文字。',
      ],
    ],
    [
      'a link with nothing behind its #, within a sentence',
      ['见[上文](#)。'],
      [
        '第 1 行  这个链接的地址只有“#”，没有写是哪个标题。请写成“#”加标题原来的文字，如“#第一章-总则”，或删去链接，只留文字。',
      ],
    ],
    [
      'a reference definition without a reference, which would be invisible',
      ['一', '', '[注]: 见附件', '', '> [1]: 《论文》'],
      [
        '第 3 行  “[注]: 见附件”这一行读者看不到：这样写是给链接“[注]”定网址，正文里却没有用到它。它是文字时，请把英文冒号换成“：”；是注释时，请写成“[^注]: ”。',
        '第 5 行  “[1]: 《论文》”这一行读者看不到：这样写是给链接“[1]”定网址，正文里却没有用到它。它是文字时，请把英文冒号换成“：”；是注释时，请写成“[^1]: ”。',
      ],
    ],
    [
      'none for a used reference definition, or text that looks like one',
      ['[甲][a] [乙]', '', '[a]: /a', '[乙]: /b', '', '[注]：见附件', '', '`[c]: d`'],
      [],
    ],
    [
      'none for an anchor: heading text, id, encoded, top, footnote',
      [
        '## 第一章 总则',
        '',
        '[一](#第一章-总则) [二](<#第一章　总则>) [三](#h-第一章-总则) [四](#%E7%AC%AC%E4%B8%80%E7%AB%A0-%E6%80%BB%E5%88%99)',
        '[五](#top) [六](#fn-1)[^1] [七](#fnref-1)',
        '',
        '[^1]: 注',
      ],
      [],
    ],
    [
      'an image without alternative text, in a cell',
      ['| 图 |', '|---|', '| 一 |', '| ![](a.jpg) |'],
      ['第 4 行  图片“a.jpg”缺少说明文字。请在方括号里写一句图中内容，如“![志愿者在社区宣讲](a.jpg)”。'],
    ],
    [
      'an image from another site',
      ['![图](https://example.cn/a.jpg)'],
      ['第 1 行  图片“https://example.cn/a.jpg”不在本站。请先把图片上传到这篇文章，再插入它。'],
    ],
    [
      'an image without an address',
      ['![海报]()'],
      ['第 1 行  图片“海报”没有地址。请在圆括号里写上图片的文件名，如“![海报](照片.jpg)”。'],
    ],
    [
      'a problem in an inline footnote',
      ['一', '二', '三^[见[此处]()]'],
      ['第 3 行  链接的圆括号里没有地址。请写上地址，如“[文字](https://…)”，或只留文字。'],
    ],
  ];
  test.each(cases)('%s', (_name, source, problems) => expect(problemsOf(...source)).toEqual(problems));
});

test('reports all problems at once, in file order', () => {
  const lines = problemsOf('[^1]: 注', '', '<br>', '', '# 一', '', '[a]()').map((problem) =>
    problem.slice(0, 5),
  );
  expect(lines).toEqual(['第 1 行', '第 3 行', '第 5 行', '第 7 行']);
});

test('keeps line numbers when pasted characters are normalized', () => {
  expect(problemsOf('\u200b', '\u3000\u3000', '一\u2028二\u000b三', '# 四')[0]).toMatch(/^第 4 行/);
});

test('keeps line numbers when lines become paragraphs or breaks', () => {
  const source = ['　　一。', '　　[二]()', '三。', '　　##四', '时间：九点', '地点：[五]()', '[六]()'];
  expect(problemsOf(...source).map((problem) => problem.slice(0, 5))).toEqual([
    '第 2 行',
    '第 4 行',
    '第 6 行',
    '第 7 行',
  ]);
  expect(problemsOf(...source)[1]).toContain('标题的“##”和文字之间少一个空格');
});
