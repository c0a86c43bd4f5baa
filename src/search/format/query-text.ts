import { isHan } from './fold.ts';

/**
 * The words of a query that was typed, pasted or dictated: marks at either end belong to a sentence, not to the words.
 * 坡道。 and “坡道” both mean 坡道. Marks that are part of a word stay: C++, 24/7, 50%, 3.5, A+, 张*, 〔2026〕2号. Search,
 * suggestions, highlighting and the list of recent words all use this form.
 */
export function cleanQuery(typed: string): string {
  const characters = [...longestPart(typed)];
  const partners = partnersOf(characters);
  // **坡道** is not a masked name.
  const isStarred = /^[*＊]/.test(characters[0] ?? '');
  let [start, end] = [0, characters.length];
  while (start < end) {
    const [first = '', last = ''] = [characters[start], characters[end - 1]];
    // Remove a pair around the whole. A pair with one half inside belongs to the words.
    const isPair = partners.has(start) && partners.get(start) === end - 1;
    const run = isPair ? end - 1 : runBefore(characters, partners, start, end);
    const isBegun = first === characters[start - 1];
    if (
      isPair ||
      (isOuterMark(first) && !partners.has(start) && (isBegun || !isPrefix(first, characters[start + 1])))
    )
      start++;
    else if (!isOuterMark(last) || partners.has(end - 1)) break;
    else if (!isStarred && run > start && isSuffix(last, characters[run - 1])) break;
    else {
      end = run;
      continue;
    }
    if (isPair) end--;
  }
  const asked = characters.slice(start, end).join('').replace(/\s+/g, ' ');
  // A query of nothing but marks means these marks.
  return asked === '' ? characters.join('') : asked;
}

/** The query split at blanks. */
export const termsOf = (asked: string): string[] => splitBy(/\s+/, asked);

/** The query split at blanks, at the marks of a sentence and at emoji. 8:30 and 1,200 stay one number. */
export const clausesOf = (asked: string): string[] => splitBy(clauseEnd, asked);

const clauseEnd =
  /(?:\s|[。！？，、；：…—～“”‘’"!?;]|[,:~](?!\d)|\p{Extended_Pictographic}|[\u200D\uFE0F]|\p{Emoji_Modifier})+/u;

const splitBy = (end: RegExp, asked: string): string[] => asked.split(end).map(cleanQuery).filter(isWord);

/** The most characters of a query. In an address, every server still accepts that many. */
export const longestQuery = 200;

export const isTooLong = (typed: string): boolean => [...typed.trim()].length > longestQuery;

/** The part of a query that is searched for and fits in an address: without lone surrogates, which do not. */
export const longestPart = (typed: string): string =>
  [...typed.trim().replace(/\p{Cs}/gu, '')].slice(0, longestQuery).join('').trim();

/** Anything but letters, digits and their diacritics: punctuation, symbols, emoji, blanks, invisible characters. */
const outerMark = /^[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\u20E3\uFE00-\uFE0F]/u;

/** ℃, ㎡ and № consist of letters, and ⻓ in ⻓者 is part of the word, though Unicode calls radicals symbols. */
const isOuterMark = (character: string): boolean => outerMark.test(character) && !isWord(character);

const isWord = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text.normalize('NFKC')) || [...text].some(isHan);

/** +86, -5℃, .docx, ¥50, #3 */
const isPrefix = (mark: string, next = ''): boolean =>
  /^[+\-.#\p{Sc}]$/u.test(mark.normalize('NFKC').replace('−', '-')) &&
  /^[a-z\d]/i.test(next.normalize('NFKC'));

/** C++, A+, C#; 50%, 5‰, 30°, 100€; 张*, 李× */
function isSuffix(mark: string, before = ''): boolean {
  const [sign, neighbour] = [mark.normalize('NFKC'), before.normalize('NFKC')];
  if (/^[+#]$/.test(sign)) return /[a-z\d]$/i.test(neighbour);
  if (/^[%‰°′″\p{Sc}]$/u.test(sign)) return /\d$/.test(neighbour);
  return /^[*×]$/.test(sign) && /[\p{L}\p{N}]$/u.test(neighbour);
}

/** The start of the run of equal, unpaired characters that ends at `end`. */
function runBefore(
  characters: readonly string[],
  partners: ReadonlyMap<number, number>,
  start: number,
  end: number,
): number {
  const last = characters[end - 1];
  let run = end - 1;
  while (run > start && characters[run - 1] === last && !partners.has(run - 1)) run--;
  return run;
}

const pairs = new Map(
  [
    '()',
    '（）',
    '〔〕',
    '[]',
    '［］',
    '【】',
    '〖〗',
    '{}',
    '｛｝',
    '《》',
    '〈〉',
    '「」',
    '『』',
    '“”',
    '‘’',
    '«»',
  ].map(([open = '', shut = '']) => [shut, open] as const),
);
const openers = new Set(pairs.values());

/** For each half of a pair, the position of the other. Marks with one form for both halves are paired in turn. */
function partnersOf(characters: readonly string[]): Map<number, number> {
  const partners = new Map<number, number>();
  /** Mark -> the positions where it is still open. */
  const open = new Map<string, number[]>();
  characters.forEach((character, at) => {
    const isEven = /^["'`＂＇]$/.test(character);
    const from = open.get(pairs.get(character) ?? (isEven ? character : ''))?.pop();
    if (from !== undefined) partners.set(from, at).set(at, from);
    else if (openers.has(character) || isEven) open.set(character, [...(open.get(character) ?? []), at]);
  });
  return partners;
}
