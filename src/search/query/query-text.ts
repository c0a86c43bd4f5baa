import { isHan } from '../format/fold.ts';

/**
 * What is asked for by what was typed, pasted or dictated: marks at either end belong to the sentence somebody spoke,
 * not to the words looked for. 坡道。 and “坡道” ask for 坡道. Marks that are part of a word stay: C++, 24/7, 50%,
 * 3.5, A+, 张*, 〔2026〕2号. Everything that asks, remembers, suggests or marks starts from this one form.
 */
export function cleanQuery(typed: string): string {
  const characters = [...longestPart(typed)];
  const partners = partnersOf(characters);
  // **坡道** is no masked name.
  const isStarred = /^[*＊]/.test(characters[0] ?? '');
  let [start, end] = [0, characters.length];
  while (start < end) {
    const [first = '', last = ''] = [characters[start], characters[end - 1]];
    // A pair around the whole goes; a pair whose other half is within belongs to the words.
    const isPair = partners.has(start) && partners.get(start) === end - 1;
    const run = isPair ? end - 1 : runBefore(characters, partners, start, end);
    const isBegun = first === characters[start - 1];
    if (
      isPair ||
      (isIdle(first) && !partners.has(start) && (isBegun || !leads(first, characters[start + 1])))
    )
      start++;
    else if (!isIdle(last) || partners.has(end - 1)) break;
    else if (!isStarred && run > start && follows(last, characters[run - 1])) break;
    else {
      end = run;
      continue;
    }
    if (isPair) end--;
  }
  const asked = characters.slice(start, end).join('').replace(/\s+/g, ' ');
  // Whoever types nothing but marks means these.
  return asked === '' ? characters.join('') : asked;
}

/** What blanks part. */
export const termsOf = (asked: string): string[] => partsBy(/\s+/, asked);

/** What blanks, the marks of a sentence or pictures part. 8:30 and 1,200 are one number. */
export const clausesOf = (asked: string): string[] => partsBy(clauseEnd, asked);

const clauseEnd =
  /(?:\s|[。！？，、；：…—～“”‘’"!?;]|[,:~](?!\d)|\p{Extended_Pictographic}|[\u200D\uFE0F]|\p{Emoji_Modifier})+/u;

const partsBy = (end: RegExp, asked: string): string[] => asked.split(end).map(cleanQuery).filter(isWord);

/** So many characters are looked for. Written into an address they still pass every server. */
export const longest = 200;

export const isTooLong = (typed: string): boolean => [...typed.trim()].length > longest;

/** What of a query is looked for, and stands in the address: without lone halves of a character, which cannot. */
export const longestPart = (typed: string): string =>
  [...typed.trim().replace(/\p{Cs}/gu, '')].slice(0, longest).join('').trim();

/** No letter, digit or mark on one: punctuation, signs, pictures, blanks, what does not show. */
const idle = /^[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\u20E3\uFE00-\uFE0F]/u;

/** ℃, ㎡ and № are letters in one sign, and ⻓ of ⻓者 is a character of the word: Unicode calls radicals signs. */
const isIdle = (character: string): boolean => idle.test(character) && !isWord(character);

const isWord = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text.normalize('NFKC')) || [...text].some(isHan);

/** +86, -5℃, .docx, ¥50, #3 */
const leads = (mark: string, next = ''): boolean =>
  /^[+\-.#\p{Sc}]$/u.test(mark.normalize('NFKC').replace('−', '-')) &&
  /^[a-z\d]/i.test(next.normalize('NFKC'));

/** C++, A+, C#; 50%, 5‰, 30°, 100€; 张*, 李× */
function follows(mark: string, before = ''): boolean {
  const [sign, neighbour] = [mark.normalize('NFKC'), before.normalize('NFKC')];
  if (/^[+#]$/.test(sign)) return /[a-z\d]$/i.test(neighbour);
  if (/^[%‰°′″\p{Sc}]$/u.test(sign)) return /\d$/.test(neighbour);
  return /^[*×]$/.test(sign) && /[\p{L}\p{N}]$/u.test(neighbour);
}

/** Where the run of equal characters begins that ends at `end`, all of them without another half. */
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

/** For each half of a pair the place of the other. Marks that open and shut alike are paired in turn. */
function partnersOf(characters: readonly string[]): Map<number, number> {
  const partners = new Map<number, number>();
  /** Mark -> the places where it is still open. */
  const open = new Map<string, number[]>();
  characters.forEach((character, at) => {
    const isEven = /^["'`＂＇]$/.test(character);
    const from = open.get(pairs.get(character) ?? (isEven ? character : ''))?.pop();
    if (from !== undefined) partners.set(from, at).set(at, from);
    else if (openers.has(character) || isEven) open.set(character, [...(open.get(character) ?? []), at]);
  });
  return partners;
}
