import { radicals } from './radicals.ts';

/**
 * The normal form of a text, shared by index and query: compatibility forms, full width, capitals, and the variants of
 * punctuation marks and characters become the same; blanks next to Chinese disappear. A piece of the text typed in any
 * of these ways has the same normal form. Needs nothing newer than Unicode property escapes.
 */
export interface Folded {
  text: string;
  /** For each position of `text`, the position in the original. One longer than `text`. */
  at: number[];
}

/** Traditional and variant characters -> the character that represents them. From a dictionary, see variants.ts. */
export type Variants = ReadonlyMap<string, string>;

export function fold(original: string, variants?: Variants): Folded {
  const at: number[] = [];
  let text = '';
  // Not read from `text`, which the engine would have to copy each time.
  let last = '';
  let blankAt = -1;
  for (let position = 0; position < original.length;) {
    const { length, plain } = next(original, position);
    if (plain === ' ') {
      if (blankAt < 0) blankAt = position;
    } else {
      for (const character of plain) {
        // A blank counts only between two words in letters, or between two numbers: 第十条　禁止 is 第十条禁止, and
        // GB/T 9704 is GB/T9704.
        if (blankAt >= 0 && needsBlankBetween(last, character)) {
          text += ' ';
          at.push(blankAt);
        }
        blankAt = -1;
        const folded = variants?.get(character) ?? character;
        // Characters beyond the basic plane take two positions.
        at.push(...(folded.length > 1 ? [position, position] : [position]));
        text += folded;
        last = folded.slice(-1);
      }
    }
    position += length;
  }
  at.push(blankAt >= 0 ? blankAt : original.length);
  return { text, at };
}

/** Replaces the variants in a text that is already folded. */
export function unified(folded: string, variants: Variants): string {
  let text = '';
  for (const character of folded) text += variants.get(character) ?? character;
  return text;
}

/** The character at a position with its combining marks, and its plain form: '' for invisible characters. */
function next(original: string, position: number): { length: number; plain: string } {
  const code = original.charCodeAt(position);
  // Most of a Chinese text: no marks, no other forms. Voiced kana are outside this range.
  if (code >= 0x4e00 && code <= 0x9fff) return { length: 1, plain: original.charAt(position) };
  let length = String.fromCodePoint(original.codePointAt(position) ?? 0xfffd).length;
  for (let after; (after = markAt(original, position + length)) > 0;) length += after;
  const written = original.slice(position, position + length);
  if (/^\s/.test(written)) return { length, plain: ' ' };
  if (invisible.test(written)) return { length, plain: '' };
  // 1️⃣ is a 1 in a frame.
  const bare = length === 1 ? written : written.replace(/[\uFE00-\uFE0F\u20E3]/g, '');
  const compatible = punctuation.get(bare) ?? bare.normalize('NFKC').toLowerCase();
  const plain = [...compatible].map((each) => other.get(each) ?? each);
  return { length, plain: plain.join('') };
}

/** Invisible characters, including variation selectors (葛\u{E0100}). */
const invisible = /^[\u200B-\u200F\u2028-\u202E\u2060-\u2064\u00AD\uFEFF\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

function markAt(original: string, position: number): number {
  const code = original.charCodeAt(position);
  if (!(code >= 0x300)) return 0;
  return (
    /^[\p{M}\uFF9E\uFF9F]/u.exec(String.fromCodePoint(original.codePointAt(position) ?? 0xfffd))?.[0]
      .length ?? 0
  );
}

const punctuation = new Map(
  Object.entries({
    '(': '（〔［[【〖{｛⦅',
    ')': '）〕］]】〗}｝⦆',
    '"': '“”„‟「」『』＂〝〞«»',
    "'": '‘’‚‛`´′',
    '-': '‐‑‒–—―−─－﹣ー',
    '~': '～〜∼˜',
    '·': '・•‧∙･⋅',
    '〈': '<＜‹⟨',
    '〉': '>＞›⟩',
    '/': '∕⁄',
    ':': '∶︰',
    // 二○二六年 is often written with a circle, 1920×1080 typed with a letter.
    〇: '○◯',
    x: '×',
  }).flatMap(([plain, forms]) => [...forms].map((form) => [form, plain] as const)),
);

/** Unicode has no compatibility form for ❶ and the like; it has one for ①. */
const circled = [
  { from: 0x2776, first: 1, count: 10 },
  { from: 0x2780, first: 1, count: 10 },
  { from: 0x278a, first: 1, count: 10 },
  { from: 0x24eb, first: 11, count: 10 },
  { from: 0x24f5, first: 1, count: 10 },
  { from: 0x24ff, first: 0, count: 1 },
].flatMap(({ from, first, count }) =>
  Array.from({ length: count }, (_, at) => [String.fromCharCode(from + at), String(first + at)] as const),
);

/** Characters that NFKC leaves unchanged, and their plain forms. */
const other: ReadonlyMap<string, string> = new Map([...punctuation, ...radicals, ...circled]);

export const isHan = (character: string): boolean =>
  /^(?:[\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]|[\uD840-\uD88D][\uDC00-\uDFFF])/.test(
    character,
  );

const needsBlankBetween = (before: string, after: string): boolean =>
  (isDigit(before) && isDigit(after)) || (isNarrowLetter(before) && isNarrowLetter(after));

const isDigit = (character: string): boolean => /^\p{N}/u.test(character) && !isHan(character);

/** Letters of scripts that separate words with blanks. */
const isNarrowLetter = (character: string): boolean =>
  /^\p{L}/u.test(character) && !isHan(character) && !/^[\u3040-\u30FF]/.test(character);
