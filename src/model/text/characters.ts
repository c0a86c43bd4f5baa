import { quoted } from '../problems.ts';

/**
 * Invisible characters, and characters that replace a lost one. Fields, bodies, tables and feeds all use this table.
 * They come from Word, WeChat, PDF and spreadsheets. An editor who cannot see them cannot fix them.
 * `normalised` removes the harmless ones, `harmfulIn` reports the others. Names and ranges are those of Unicode 17.
 *
 * Not in the table, because they are part of the text: U+200D in emoji and joined scripts, variation selectors (also
 * those of Han, from U+E0100), U+3000, and the private use area outside the symbol fonts, which published laws contain.
 */
type Range = readonly [first: number, last?: number];

/** Harmless: nothing is lost when they are removed or replaced by a space. */
const harmless: readonly { ranges: readonly Range[]; become: 'nothing' | 'blank' | 'break' }[] = [
  {
    become: 'nothing',
    ranges: [
      [0x00ad], // soft hyphen
      [0x034f], // grapheme joiner
      [0x061c], // Arabic letter mark
      [0x115f, 0x1160], // Hangul fillers
      [0x17b4, 0x17b5], // unused Khmer vowels
      [0x200b], // zero width space
      [0x200e, 0x200f], // direction marks: unlike overrides, they do not reverse text
      [0x2060, 0x2065], // word joiner, invisible operators
      [0x206a, 0x206f], // deprecated format characters
      [0xfeff], // byte order mark
    ],
  },
  {
    become: 'blank',
    ranges: [
      [0x00a0], // no-break space
      [0x1680],
      [0x2000, 0x200a], // spaces of typesetting
      [0x202f],
      [0x205f],
      [0x2800], // Braille without a dot
      [0x3164], // Hangul filler, the "blank nickname"
      [0xffa0],
    ],
  },
  {
    become: 'break',
    ranges: [
      [0x000b, 0x000c], // Word's line and page break
      [0x0085],
      [0x2028, 0x2029],
    ],
  },
];

/** Harmful: something is already lost, or readers would see a different text than the editor. */
const harmful: readonly { ranges: readonly Range[]; name: string; fix: string; seen?: true }[] = [
  {
    ranges: [[0xfffd]],
    name: '一个乱码“\uFFFD”，原来的字已经丢了',
    fix: '请对照原文把这个字补上',
    seen: true,
  },
  {
    ranges: [[0xfffc]],
    name: '一个占位符“\uFFFC”，原来的图片或附件没有一起粘贴过来',
    fix: '请删去它，图片或附件另外上传',
    seen: true,
  },
  {
    ranges: [
      [0x202a, 0x202e],
      [0x2066, 0x2069],
    ],
    name: '一个看不见的符号，会让后面的文字倒着显示',
    fix: '请删去这几个字，重新打一遍',
  },
  {
    ranges: [[0xd800, 0xdfff]],
    name: '半个字，另一半已经丢了（多半是生僻字或表情）',
    fix: '请删去它，对照原文补上',
  },
  {
    ranges: [[0xf000, 0xf0ff]],
    name: '一个只有 Word 的符号字体里才有的符号，读者看到的是空框',
    fix: '请删去它，换成键盘或输入法能打出来的符号，如“●”“√”“□”',
    seen: true,
  },
  {
    ranges: [
      [0x0000, 0x0008],
      [0x000e, 0x001f],
      [0x007f, 0x0084],
      [0x0086, 0x009f],
      [0xfdd0, 0xfdef],
      [0xfff0, 0xfffb],
      [0x1d173, 0x1d17a],
      [0xe0000, 0xe00ff], // tags, except those of flags
      [0xe01f0, 0xe0fff],
      ...Array.from({ length: 17 }, (_, plane): Range => [
        plane * 0x10000 + 0xfffe,
        plane * 0x10000 + 0xffff,
      ]),
    ],
    name: '一个看不见的控制符号，不是文字',
    fix: '请删去这几个字，重新打一遍',
  },
];

const setOf = (ranges: readonly Range[]): string =>
  ranges.map(([first, last = first]) => `${escape(first)}-${escape(last)}`).join('');
const escape = (code: number): string => `\\u{${code.toString(16)}}`;

const harmlessSets = harmless.map(({ ranges, become }) => ({
  become,
  pattern: new RegExp(`[${setOf(ranges)}]`, 'gu'),
}));
/** Joiners connect emoji and letters of joined scripts. Elsewhere they only hide words from the search. */
const uselessJoiner =
  /(?<![\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\ufe0f\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Mn}])[\u200c\u200d\u180e]/gu;
const anyHarmless = new RegExp(
  `[${setOf(harmless.flatMap(({ ranges }) => ranges))}\\u{200c}\\u{200d}\\u{180e}]`,
  'u',
);

const harmfulSets = harmful.map((row) => ({ ...row, pattern: new RegExp(`[${setOf(row.ranges)}]`, 'u') }));
const anyHarmful = new RegExp(`[${setOf(harmful.flatMap(({ ranges }) => ranges))}]`, 'u');
const everyHarmful = new RegExp(anyHarmful, 'gu');
/** The flags of England, Scotland and Wales consist of tags. */
const spelledFlag = '\\u{1f3f4}[\\u{e0020}-\\u{e007e}]+\\u{e007f}';
const everyFlag = new RegExp(spelledFlag, 'gu');
const everyInvisible = new RegExp(
  `(${spelledFlag})|[${setOf(harmful.filter(({ seen }) => !seen).flatMap(({ ranges }) => ranges))}]`,
  'gu',
);

/**
 * The text without harmless characters. Word's line breaks become `lineBreak`: a line break in texts of several lines,
 * a space in one line or where lines are counted.
 */
export function normalised(text: string, lineBreak = ' '): string {
  if (!anyHarmless.test(text)) return text;
  const to = { nothing: '', blank: ' ', break: lineBreak };
  return harmlessSets
    .reduce((done, { pattern, become }) => done.replace(pattern, to[become]), text)
    .replace(uselessJoiner, '');
}

/** A rejected text for its preview: without invisible characters, but with the marks of lost ones. */
export const withoutUnseen = (text: string): string => text.replace(everyInvisible, '$1');

/**
 * The harmful character in a line or value, as the end of a sentence: `“停水”和“通知”之间有一个……，请……。` Undefined if
 * there is none. The first one is described and the others are counted, because they usually come together.
 */
export function harmfulIn(source: string): string | undefined {
  if (!anyHarmful.test(source)) return undefined;
  const text = source.replace(everyFlag, '\u{1f3f4}');
  const at = anyHarmful.exec(text)?.index;
  if (at === undefined) return undefined;
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const row = harmfulSets.find(({ pattern }) => pattern.test(found));
  if (!row) return undefined;
  const count = text.match(everyHarmful)?.length ?? 1;
  const others = count > 1 ? `（这里一共有 ${String(count)} 个这样的符号）` : '';
  return `${between(text.slice(0, at), text.slice(at + found.length))}有${row.name}${others}。${row.fix}。`;
}

/** The words before and after a position, enough to find it. */
function between(before: string, after: string): string {
  const [left, right] = [words(before).slice(-6).join(''), words(after).slice(0, 6).join('')];
  if (left !== '' && right !== '') return `${quoted(left)}和${quoted(right)}之间`;
  if (left !== '') return `最后的${quoted(left)}后面`;
  if (right !== '') return `最前面的${quoted(right)}前面`;
  return '';
}

const words = (text: string): string[] => [
  ...normalised(text).replace(everyHarmful, '').replace(/\s+/g, ' ').trim(),
];
