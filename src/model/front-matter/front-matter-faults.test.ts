import { describe, expect, test } from 'vitest';
import { checkFrontMatter, entryWith } from './front-matter-examples.ts';

describe('lines typed with a Chinese keyboard', () => {
  const colon = (name: string, label: string, value: string) =>
    `“${label}”后面的冒号是中文的“：”，请改成英文冒号再加一个空格，写成“${name}: ${value}”。`;
  const wide = '这一行前面的空格是全角空格，请删去它；要缩进时，用键盘在英文状态下打空格。';
  test.each([
    ['a full-width colon after the label', ['标题：停水'], [`2 ${colon('title', '标题', '停水')}`]],
    [
      'a full-width colon after the name',
      ['title: 停水', 'summary： 请储水'],
      [`3 ${colon('summary', '摘要', '请储水')}`],
    ],
    [
      'a full-width colon in a part',
      ['title: 停水', 'attachments:', '  - src：a.pdf'],
      [`4 ${colon('src', '附件', 'a.pdf')}`],
    ],
    ['a full-width indent', ['title: 停水', 'orgs:', '　　- houqin'], [`4 ${wide}`]],
    ['a full-width indent after spaces', ['title: 停水', 'orgs:', '  　- houqin'], [`4 ${wide}`]],
    [
      'a no-break indent',
      ['\u00a0\u00a0title: 停水'],
      ['2 这一行前面的空格是从网页或 Word 带来的特殊空格，请删去它；要缩进时，用键盘在英文状态下打空格。'],
    ],
    [
      'a full-width space after the colon',
      ['title:　停水'],
      ['2 冒号后面的空格是全角空格，请换成在英文状态下打的空格。'],
    ],
    [
      'a full-width space after the dash',
      ['title: 停水', 'orgs:', '-　houqin'],
      ['4 短横“-”后面的空格是全角空格，请换成在英文状态下打的空格。'],
    ],
    [
      'no space after the colon',
      ['title:停水'],
      ['2 “title”后面要有英文冒号和一个空格，请写成“title: 停水”。'],
    ],
    [
      'a space before the colon and none after it',
      ['title :停水'],
      ['2 “title”后面要有英文冒号和一个空格，请写成“title: 停水”。'],
    ],
    [
      'the label instead of the name',
      ['标题: 停水'],
      ['2 “标题”在文件里要写成“title”，请写成“title: 停水”。'],
    ],
    ['an equals sign', ['title = 停水'], ['2 “title”后面要有英文冒号和一个空格，请写成“title: 停水”。']],
    [
      'no space after the dash',
      ['title: 停水', 'orgs:', '-houqin'],
      ['4 短横“-”后面少一个空格，请写成“- houqin”。'],
    ],
    [
      'no space after the dash nor after the colon',
      ['title: 停水', 'orgs:', '-title:停水'],
      ['4 短横“-”后面少一个空格，请写成“- title:停水”。'],
    ],
    [
      'a list on the line of its name',
      ['title: 停水', 'orgs: - houqin'],
      ['3 “发布单位”要从下一行起一项一项地写，每项前面空两格，再写“- ”。'],
    ],
    ['a name in capital letters', ['TITLE: 停水'], ['2 “TITLE”在文件里要写成“title”，请写成“title: 停水”。']],
    [
      'a line without a name',
      ['title: 停水', '// 问过物业'],
      [
        '3 这一行“// 问过物业”前面没有名称。请接到它所属的内容后面，写在同一行；用不着就删去，备注前面要加“#”。',
      ],
    ],
    [
      'a line that mentions a name',
      ['title: 停水', '// 见 summary=储水'],
      [
        '3 这一行“// 见 summary=储水”前面没有名称。请接到它所属的内容后面，写在同一行；用不着就删去，备注前面要加“#”。',
      ],
    ],
    [
      'no space after the dash and after the colon',
      ['title: 停水', 'orgs:', '-src:a.pdf'],
      ['4 短横“-”后面少一个空格，请写成“- src:a.pdf”。'],
    ],
    ['a line of full-width spaces', ['title: 停水', '　　', 'summary: 储水'], [`3 ${wide}`]],
    [
      'a field of a part that is not aligned',
      ['title: 停水', 'attachments:', '  - src: a.pdf', '   title: 名单'],
      ['5 这一行前面的空格对不齐，请和同一项里的其他几行对齐。'],
    ],
    [
      'braces around everything',
      ['{title: 停水}'],
      ['3 这一行读不懂，请检查英文冒号、引号和行首的空格；内容里有特别的符号时，给整段内容加上英文引号。'],
    ],
    ['a tab before a name', ['title: 停水', '\tsummary: 储水'], ['3 行首用了制表符（Tab），请改成空格。']],
    ['a name twice', ['title: 停水', 'title: 停电'], ['3 这一项写了两遍，请删去一个。']],
    [
      'a long dash of Word instead of the closing line',
      ['title: 停水', '———', '正文：一'],
      ['3 这一行是“———”，请改成三个英文短横“---”，前后不要有别的。'],
    ],
  ])('%s', (_, lines, sentences) => {
    expect(checkFrontMatter(entryWith(...lines)).messages).toEqual(sentences);
  });

  test('accepts Windows line breaks and a byte order mark', () => {
    expect(checkFrontMatter(`\ufeff${entryWith('title: 停水').replaceAll('\n', '\r\n')}`).messages).toEqual(
      [],
    );
  });
});

test('reports empty front matter with the first field to fill in', () => {
  expect(checkFrontMatter('---\n---\n\n正文').messages).toEqual(['1 各项都还没有填写，请从“标题”开始填写。']);
});

describe('the two --- lines', () => {
  const dash = (seen: string) => `这一行是“${seen}”，请改成三个英文短横“---”，前后不要有别的。`;
  test.each([
    ['———\ntitle: a\n———\n正文', [`1 ${dash('———')}`, `3 ${dash('———')}`]],
    ['－－－\ntitle: a\n---\n正文', [`1 ${dash('－－－')}`]],
    ['---\ntitle: a\n——\n正文', [`3 ${dash('——')}`]],
    ['----\ntitle: a\n---\n', [`1 ${dash('----')}`]],
    ['***\ntitle: a\n***\n', [`1 ${dash('***')}`, `3 ${dash('***')}`]],
    [
      '---　\ntitle: a\n---\n',
      ['1 这一行的 --- 前面或后面有多余的空格或看不见的符号，请改成三个英文短横“---”，前后不要有别的。'],
    ],
    ['\n---\ntitle: a\n---\n', ['2 --- 要写在文件的第一行，请删去它前面的空行。']],
    [
      '---\ntitle: a\n正文',
      ['1 只有上面一条 --- 线。请在标题等各项写完以后，单独写一行“---”，正文写在它下面。'],
    ],
    [
      '---\rtitle: a\r---\r正文',
      ['1 这个文件的换行是旧式的，网站会当成只有一行。请用记事本打开，另存一遍。'],
    ],
    ['正文', ['1 开头要有两条 --- 线，标题等各项写在两条线之间，正文写在下面一条线之后。']],
  ])('%j', (text, sentences) => expect(checkFrontMatter(text).messages).toEqual(sentences));
});
