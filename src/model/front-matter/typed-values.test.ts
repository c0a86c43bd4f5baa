import { describe, expect, test } from 'vitest';
import { collectionOf } from '../collections.ts';
import type { CollectionName } from '../collections.ts';
import { readEntryValues, writeEntry } from './entry-file.ts';
import { checkFrontMatter, entryWith } from './front-matter-examples.ts';

describe('a value that YAML would read differently', () => {
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
    expect(checkFrontMatter(entryWith(`title: ${value}`)).messages).toEqual([sentence]);
    const written = /写成 (["'].*["'])(?:。|；|，或)/.exec(sentence)?.[1] ?? '';
    // The advice works: the suggested value is accepted.
    expect(checkFrontMatter(entryWith(`title: ${written}`)).messages, written).toEqual([]);
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
    ['an alias', 'notices', ['orgs:', '  - *houqin'], '3 “发布单位”的内容以“*”开头'],
  ])('%s', (_, name, lines, sentence) => {
    const { messages } = checkFrontMatter(entryWith(...lines), name);
    expect(messages.map((message) => message.slice(0, sentence.length))).toContain(sentence);
  });

  test('accepts values that are read as typed', () => {
    const { messages, data } = checkFrontMatter(
      entryWith(
        '# 由食堂提供',
        'title: C#基础、1.10 版，https://example.cn/#top',
        'summary: |  # 两段\n  第一段 #1\n  　　第二段：二',
        'expires: 2026-07-03 # 有效期由社区定',
        'important: true # 要紧',
        'orgs: [houqin] # 一家',
      ),
    );
    expect(messages).toEqual([]);
    expect(data).toMatchObject({
      title: 'C#基础、1.10 版，https://example.cn/#top',
      summary: '第一段 #1\n　　第二段：二',
      orgs: ['houqin'],
    });
  });

  test.each(['0771', '1.10', '1e3', '0x1F', 'true', 'No', '2026', '007'])(
    'keeps %s as the text of a title',
    (word) => {
      expect(checkFrontMatter(entryWith(`title: ${word}`))).toMatchObject({
        messages: [],
        data: { title: word },
      });
      const notices = collectionOf('notices');
      const text = entryWith(`title: ${word}`);
      expect(readEntryValues(notices, text)).toMatchObject({ title: word });
      expect(writeEntry(notices, readEntryValues(notices, text), text)).toBe(text);
    },
  );

  test('accepts a comment after quotes and a Chinese colon in a list item', () => {
    const { messages, data } = checkFrontMatter(
      entryWith('title: "停水 #3" # 问过物业', 'orgs:', '  - 后勤：服务'),
    );
    expect(messages).toEqual([]);
    expect(data).toMatchObject({ title: '停水 #3', orgs: ['后勤：服务'] });
  });

  test('keeps text that looks like a number in parts, pictures and files', () => {
    const text = entryWith('log:', '  - answer: 0771', 'attachments:', '  - { src: 1.10, title: 007 }');
    const values = readEntryValues(collectionOf('concerns'), text);
    expect(values).toMatchObject({ log: [{ answer: '0771' }] });
    expect(readEntryValues(collectionOf('notices'), text)).toMatchObject({
      attachments: [{ src: '1.10', title: '007' }],
    });
  });

  test('a form can open a text that YAML cannot resolve', () => {
    expect(readEntryValues(collectionOf('notices'), entryWith('title: *必读*'))).toMatchObject({
      title: '*必读*',
    });
  });
});
