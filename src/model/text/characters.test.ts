import { describe, expect, test } from 'vitest';
import { harmfulIn, normalised, withoutUnseen } from './characters.ts';

describe('harmless characters', () => {
  test.each([
    ['zero width space in a word', '停\u200b水', '停水'],
    ['byte order mark inside', '停\ufeff水', '停水'],
    ['soft hyphen', 'wa\u00adter', 'water'],
    ['word joiner', '停\u2060水', '停水'],
    ['direction mark after a telephone number', '0771-123\u200e', '0771-123'],
    ['joiner between Chinese letters', '停\u200d水\u200c了', '停水了'],
    ['no-break space', '3\u00a0号楼', '3 号楼'],
    ['spaces of typesetting', '3\u2003号\u2009楼', '3 号 楼'],
    ['a Hangul space', '停\u3164水', '停 水'],
    ['deprecated format character', '停\u206a水', '停水'],
  ])('%s', (_, from, to) => expect(normalised(from)).toBe(to));

  test.each(['\u000b', '\u000c', '\u0085', '\u2028', '\u2029'])(
    '%j is a line break in a text of several lines',
    (mark) => {
      expect(normalised(`一${mark}二`)).toBe('一 二');
      expect(normalised(`一${mark}二`, '\n')).toBe('一\n二');
    },
  );

  test.each([
    ['joined emoji', '👨‍👩‍👧 ❤️‍🔥 🏃🏽‍♀️ 1️⃣'],
    ['flags made of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 队'],
    ['variants of Han', '葛\u{e0100}城 \u{20bb7}野家'],
    ['full-width spaces, tabs and line breaks', '　　一\t二\r\n三'],
    ['joined letters of Uyghur and Mongolian', 'مى\u200d ᠮᠣᠩ\u200d ᠬ\u180eᠠ'],
    ['private use characters in laws', '\ue010\ue493'],
  ])('keeps %s', (_, text) => {
    expect(normalised(text)).toBe(text);
    expect(harmfulIn(text)).toBeUndefined();
    expect(withoutUnseen(text)).toBe(text);
  });
});

describe('harmful characters', () => {
  test.each([
    [
      '关于停水\ufffd通知',
      '“关于停水”和“通知”之间有一个乱码“\ufffd”，原来的字已经丢了。请对照原文把这个字补上。',
    ],
    [
      '\u202e知通水停',
      '最前面的“知通水停”前面有一个看不见的符号，会让后面的文字倒着显示。请删去这几个字，重新打一遍。',
    ],
    [
      '138\u2067 0000\u2069',
      '“138”和“0000”之间有一个看不见的符号，会让后面的文字倒着显示（这里一共有 2 个这样的符号）。请删去这几个字，重新打一遍。',
    ],
    ['停水\u0007', '最后的“停水”后面有一个看不见的控制符号，不是文字。请删去这几个字，重新打一遍。'],
    [
      '见图\ufffc。',
      '“见图”和“。”之间有一个占位符“\ufffc”，原来的图片或附件没有一起粘贴过来。请删去它，图片或附件另外上传。',
    ],
    [
      '\uf0fe 同意',
      '最前面的“同意”前面有一个只有 Word 的符号字体里才有的符号，读者看到的是空框。请删去它，换成键盘或输入法能打出来的符号，如“●”“√”“□”。',
    ],
    ['\ud842', '有半个字，另一半已经丢了（多半是生僻字或表情）。请删去它，对照原文补上。'],
  ])('%j', (text, sentence) => expect(harmfulIn(text)).toBe(sentence));

  test.each([
    '\u0000',
    '\u0008',
    '\u001f',
    '\u007f',
    '\u0093',
    '\u009f',
    '\ufdd0',
    '\ufffe',
    '\uffff',
    '\u{1ffff}',
    '\ufff9',
    '\u{e0041}',
  ])('%j is an invisible control character', (mark) => {
    expect(harmfulIn(`一${mark}二`)).toMatch(/^“一”和“二”之间有一个看不见的控制符号/);
    expect(withoutUnseen(`一${mark}二`)).toBe('一二');
  });

  test.each(['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])(
    '%j reverses the text',
    (mark) => expect(harmfulIn(`一${mark}二`)).toContain('倒着显示'),
  );

  test('withoutUnseen keeps the marks of lost characters', () => {
    expect(withoutUnseen('一\ufffd\uf0fe\ufffc\u202e二')).toBe('一\ufffd\uf0fe\ufffc二');
  });
});
