/**
 * One way to write a text, shared by index and query: full-width letters and digits become plain ones, and blanks
 * between Han characters vanish. Punctuation stays, for excerpts are cut from the folded text; capitals stay too,
 * for Pagefind ignores them. Written without `Intl.Segmenter` or other newer browser parts.
 */
export interface Folded {
  text: string;
  /** For each position of `text`, the position in the original. One longer than `text`. */
  at: number[];
}

const han =
  /[\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]|[\uD840-\uD888][\uDC00-\uDFFF]/;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** Characters that are as wide as a Han character, among which a blank means nothing: 〔2017〕 47号. */
const wide = /[\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20]/;
const blank = /[\s\u200B\u00AD\uFEFF]/;

export const isHan = (character: string): boolean => han.test(character);
const isWide = (character: string): boolean => han.test(character) || wide.test(character);

export function fold(original: string): Folded {
  const at: number[] = [];
  let text = '';
  let position = 0;
  for (const character of original) {
    const plain = letterOrDigit.test(character) ? character.normalize('NFKC') : character;
    for (const unit of blank.test(character) ? ' ' : plain) {
      // A blank counts only once, and not beside a Han character: 第十条　禁止 is found as 第十条禁止.
      if (unit === ' ' && (text === '' || text.endsWith(' ') || isWide(last(text)))) continue;
      if (isWide(unit) && text.endsWith(' ')) {
        text = text.slice(0, -1);
        at.pop();
      }
      at.push(...new Array<number>(unit.length).fill(position));
      text += unit;
    }
    position += character.length;
  }
  at.push(original.length);
  return { text: text.trimEnd(), at };
}

/** The last character, both halves of a surrogate pair. */
function last(text: string): string {
  const end = text.slice(-2);
  return [...end].at(-1) ?? '';
}
