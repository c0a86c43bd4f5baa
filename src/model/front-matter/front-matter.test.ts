import { describe, expect, test } from 'vitest';
import { checkEntry } from '../check/check-entry.ts';
import type { ReadBody } from '../check/checked-entry.ts';
import type { CollectionName } from '../collections.ts';
import { collectionOf } from '../collections.ts';
import { readEntryValues, writeEntry } from './entry-file.ts';

const noBody = (): ReadBody => ({ headings: [], links: [], pictures: [], problems: [] });

/** All but the sentences about what a short example leaves out. */
function check(text: string, name: CollectionName = 'notices') {
  const { entry, problems } = checkEntry(name, 'a.md', text, noBody);
  const told = problems.filter(({ message }) => !message.startsWith('缺少'));
  return { data: entry?.data ?? {}, told: told.map(({ line, message }) => `${String(line)} ${message}`) };
}
const matter = (...lines: string[]): string => ['---', ...lines, 'slug: a', '---', '', '正文'].join('\n');

describe('a value in which the parser would take a sign for something else', () => {
  const quotes = '请给整段内容加上英文引号，写成';
  const cut = (typed: string, lost: string) =>
    `2 “标题”写的是“${typed}”，从“${lost}”起的字读者看不到，因为空格后面的“#”表示备注。${quotes} "${typed}"；如果真是备注，请另写一行。`;
  const begins = (value: string) =>
    `2 “标题”的内容以“${value.slice(0, 1)}”开头，这个符号在这里有别的用处，读者看不到它。${quotes} "${value}"。`;
  test.each([
    ['关于 #3 楼停水的通知', cut('关于 #3 楼停水的通知', '#3 楼停水的通知')],
    ['#志愿服务# 招募', cut('#志愿服务# 招募', '#志愿服务# 招募')],
    ['停水 # 问过物业', cut('停水 # 问过物业', '# 问过物业')],
    ...['[重要] 停水', '[重要]', '@全体居民', '%5 的住户', '{停水} 通知', '{停水}', '> 停水', '| 停水'].map(
      (value) => [value, begins(value)],
    ),
    ...[
      '*重要* 停水',
      '*重要*',
      '* 停水',
      '&停水 通知',
      '& 停水',
      '!停水 通知',
      '! 停水',
      '`停水`',
      '- 停水',
    ].map((value) => [value, begins(value)]),
    ...['? 停水', '] 停水', '} 停水', ', 停水'].map((value) => [value, begins(value)]),
    ['"停水" 通知', `2 “标题”里的英文引号要成对，并且包住整段内容。请写成 '"停水" 通知'。`],
    ["'停水'通知", `2 “标题”里的英文引号要成对，并且包住整段内容。请写成 "'停水'通知"。`],
    ['"停水', '2 “标题”里的英文引号要成对，并且包住整段内容。请写成 "停水"。'],
    ['"C:\\新"', "2 “标题”里的英文引号要成对，并且包住整段内容。请写成 'C:\\新'。"],
    ['"停水" "停电"', `2 “标题”里的英文引号要成对，并且包住整段内容。请写成 '"停水" "停电"'。`],
    ['"', `2 “标题”里的英文引号要成对，并且包住整段内容。请写成 '"'。`],
    ['[', begins('[')],
    ["'it's'", '2 “标题”里的英文引号要成对，并且包住整段内容。请写成 "it\'s"。'],
    ['停水: 周三', `2 “标题”的内容里有英文冒号。${quotes} "停水: 周三"，或改用中文冒号。`],
    [
      '~',
      `2 “标题”写的是“~”，会被当成没有填写。要让读者看到这几个字，请加上英文引号，写成 "~"；没有内容，请删去这一行。`,
    ],
    [
      'Null',
      `2 “标题”写的是“Null”，会被当成没有填写。要让读者看到这几个字，请加上英文引号，写成 "Null"；没有内容，请删去这一行。`,
    ],
  ])('title: %s', (value, sentence) => {
    expect(check(matter(`title: ${value}`)).told).toEqual([sentence]);
    const written = /写成 (["'].*["'])(?:。|；|，或)/.exec(sentence)?.[1] ?? '';
    // The advice works: written so, there is nothing to say.
    expect(check(matter(`title: ${written}`)).told, written).toEqual([]);
  });

  test.each<[string, CollectionName, string[], string]>([
    [
      'lines joined',
      'notices',
      ['summary: 请提前储水，', '  晚上恢复。'],
      '2 “摘要”分成了几行，网站会接成一行，“请提前储水，”和“晚上恢复。”之间会多一个空格。',
    ],
    ['lines joined in quotes', 'notices', ['summary: "请储水，', '  晚上恢复。"'], '2 “摘要”分成了几行'],
    ['lines folded', 'notices', ['summary: >', '  请储水，', '  晚上恢复。'], '2 “摘要”分成了几行'],
    [
      'a number sign in a file name',
      'notices',
      ['attachments:', '  - src: 名单 #1.pdf', '    title: 名单'],
      '3 “附件”写的是“名单 #1.pdf”，从“#1.pdf”起',
    ],
    [
      'a number sign in a part',
      'concerns',
      ['log:', '  - answer: 已报 #2 泵房'],
      '3 “答复”写的是“已报 #2 泵房”，从“#2 泵房”起',
    ],
    [
      'a comma in braces',
      'activities',
      ['cover: { src: a.jpg, alt: 大家, 合影 }'],
      '2 “题图”里“合影”读者看不到。替代文字里有英文逗号或冒号时，请给它加上英文引号。',
    ],
    [
      'a colon below a name',
      'notices',
      ['title:', '  时间: 九点'],
      '3 “标题”要写成一段文字，现在写成了几项，因为里面有英文冒号和空格。请写在一行里，加上英文引号。',
    ],
    ['a word pointed to', 'notices', ['orgs:', '  - *houqin'], '3 “发布单位”的内容以“*”开头'],
  ])('%s', (_, name, lines, sentence) => {
    const { told } = check(matter(...lines), name);
    expect(told.map((said) => said.slice(0, sentence.length))).toContain(sentence);
  });

  test('what is read as it was typed is no fault', () => {
    const { told, data } = check(
      matter(
        '# 由食堂提供',
        'title: C#基础、1.10 版，https://example.cn/#top',
        'summary: |  # 两段\n  第一段 #1\n  　　第二段：二',
        'expires: 2026-07-03 # 有效期由社区定',
        'important: true # 要紧',
        'orgs: [houqin] # 一家',
      ),
    );
    expect(told).toEqual([]);
    expect(data).toMatchObject({
      title: 'C#基础、1.10 版，https://example.cn/#top',
      summary: '第一段 #1\n　　第二段：二',
      orgs: ['houqin'],
    });
  });

  test.each(['0771', '1.10', '1e3', '0x1F', 'true', 'No', '2026', '007'])(
    '%s as a title stays these words',
    (word) => {
      expect(check(matter(`title: ${word}`))).toMatchObject({ told: [], data: { title: word } });
      const notices = collectionOf('notices');
      const text = matter(`title: ${word}`);
      expect(readEntryValues(notices, text)).toMatchObject({ title: word });
      expect(writeEntry(notices, readEntryValues(notices, text), text)).toBe(text);
    },
  );

  test('a note behind quotes is a note, and a colon in an item of a list is no name', () => {
    const { told, data } = check(matter('title: "停水 #3" # 问过物业', 'orgs:', '  - 后勤：服务'));
    expect(told).toEqual([]);
    expect(data).toMatchObject({ title: '停水 #3', orgs: ['后勤：服务'] });
  });

  test('words that look like numbers stay as they are within parts and pairs', () => {
    const text = matter('log:', '  - answer: 0771', 'attachments:', '  - { src: 1.10, title: 007 }');
    const values = readEntryValues(collectionOf('concerns'), text);
    expect(values).toMatchObject({ log: [{ answer: '0771' }] });
    expect(readEntryValues(collectionOf('notices'), text)).toMatchObject({
      attachments: [{ src: '1.10', title: '007' }],
    });
  });

  test('a text that only the checker can explain still opens in a form', () => {
    expect(readEntryValues(collectionOf('notices'), matter('title: *必读*'))).toMatchObject({
      title: '*必读*',
    });
  });
});

describe('what a Chinese keyboard makes of the lines', () => {
  const colon = (name: string, label: string, value: string) =>
    `“${label}”后面的冒号是中文的“：”，请改成英文冒号再加一个空格，写成“${name}: ${value}”。`;
  const wide = '这一行前面的空格是全角空格，请删去它；要缩进时，用键盘在英文状态下打空格。';
  test.each([
    ['a full-width colon behind the label', ['标题：停水'], [`2 ${colon('title', '标题', '停水')}`]],
    [
      'a full-width colon behind the name',
      ['title: 停水', 'summary： 请储水'],
      [`3 ${colon('summary', '摘要', '请储水')}`],
    ],
    [
      'a full-width colon in a part',
      ['title: 停水', 'attachments:', '  - src：a.pdf'],
      [`4 ${colon('src', '附件', 'a.pdf')}`],
    ],
    ['a full-width indent', ['title: 停水', 'orgs:', '　　- houqin'], [`4 ${wide}`]],
    ['a full-width indent behind blanks', ['title: 停水', 'orgs:', '  　- houqin'], [`4 ${wide}`]],
    [
      'a no-break indent',
      ['\u00a0\u00a0title: 停水'],
      ['2 这一行前面的空格是从网页或 Word 带来的特殊空格，请删去它；要缩进时，用键盘在英文状态下打空格。'],
    ],
    [
      'a full-width blank behind the colon',
      ['title:　停水'],
      ['2 冒号后面的空格是全角空格，请换成在英文状态下打的空格。'],
    ],
    [
      'a full-width blank behind the dash',
      ['title: 停水', 'orgs:', '-　houqin'],
      ['4 短横“-”后面的空格是全角空格，请换成在英文状态下打的空格。'],
    ],
    [
      'no blank behind the colon',
      ['title:停水'],
      ['2 “title”后面要有英文冒号和一个空格，请写成“title: 停水”。'],
    ],
    [
      'a blank before the colon and none behind',
      ['title :停水'],
      ['2 “title”后面要有英文冒号和一个空格，请写成“title: 停水”。'],
    ],
    ['the label for the name', ['标题: 停水'], ['2 “标题”在文件里要写成“title”，请写成“title: 停水”。']],
    ['an equals sign', ['title = 停水'], ['2 “title”后面要有英文冒号和一个空格，请写成“title: 停水”。']],
    [
      'no blank behind the dash',
      ['title: 停水', 'orgs:', '-houqin'],
      ['4 短横“-”后面少一个空格，请写成“- houqin”。'],
    ],
    [
      'a list in the line of its name',
      ['title: 停水', 'orgs: - houqin'],
      ['3 “发布单位”要从下一行起一项一项地写，每项前面空两格，再写“- ”。'],
    ],
    ['a name in large letters', ['TITLE: 停水'], ['2 “TITLE”在文件里要写成“title”，请写成“title: 停水”。']],
    [
      'a line that belongs to none',
      ['title: 停水', '// 问过物业'],
      [
        '3 这一行“// 问过物业”前面没有名称。请接到它所属的内容后面，写在同一行；用不着就删去，备注前面要加“#”。',
      ],
    ],
    ['a line of full-width blanks', ['title: 停水', '　　', 'summary: 储水'], [`3 ${wide}`]],
    [
      'a part that does not stand below its neighbour',
      ['title: 停水', 'attachments:', '  - src: a.pdf', '   title: 名单'],
      ['5 这一行前面的空格对不齐，请和同一项里的其他几行对齐。'],
    ],
    [
      'braces around all',
      ['{title: 停水}'],
      ['3 这一行读不懂，请检查英文冒号、引号和行首的空格；内容里有特别的符号时，给整段内容加上英文引号。'],
    ],
    ['a tab before a name', ['title: 停水', '\tsummary: 储水'], ['3 行首用了制表符（Tab），请改成空格。']],
    ['a name twice', ['title: 停水', 'title: 停电'], ['3 这一项写了两遍，请删去一个。']],
    [
      'a dash of Word for the line below',
      ['title: 停水', '———', '正文：一'],
      ['3 这一行是“———”，请改成三个英文短横“---”，前后不要有别的。'],
    ],
  ])('%s', (_, lines, sentences) => {
    expect(check(matter(...lines)).told).toEqual(sentences);
  });

  test('Windows line breaks and a byte order mark are no fault', () => {
    expect(check(`\ufeff${matter('title: 停水').replaceAll('\n', '\r\n')}`).told).toEqual([]);
  });
});

describe('the two lines around the fields', () => {
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
  ])('%j', (text, sentences) => expect(check(text).told).toEqual(sentences));
});
