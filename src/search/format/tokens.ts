/**
 * How folded text becomes words of the index: each character together with its follower. Pairs have short lists of
 * places (a single common character has a very long one) and need no dictionary, so index and query cannot disagree.
 *
 * A pair is written in plain letters and digits: of what it is asked, Pagefind 1.6 drops the punctuation, which we
 * want to keep.
 */
const width = 3;
const radix = 36;
/** Codes that three digits can hold; what lies beyond shares the codes of scripts unlikely on a Chinese page. */
const room = radix ** width;
const shared = { from: 0x0530, count: 0x1ad0 };

/** Two such characters may have one token between them; the texts then decide. */
export const sharesItsCode = (character: string): boolean => (character.codePointAt(0) ?? 0) >= room;

const codes = new Map<string, string>();

function codeOf(character: string): string {
  const known = codes.get(character);
  if (known !== undefined) return known;
  const point = character.codePointAt(0) ?? 0;
  const number = point < room ? point : shared.from + (point % shared.count);
  const code = number.toString(radix).padStart(width, '0');
  codes.set(character, code);
  return code;
}

const nothing = '0'.repeat(width);

/** One token for each character of a block: the pair it begins. */
export function tokensOf(folded: string): string[] {
  const written = Array.from(folded, codeOf);
  return written.map((code, index) => code + (written[index + 1] ?? nothing));
}

export interface QueryToken {
  /** What the engine is asked for. */
  token: string;
  /** Its place in the phrase, in characters. */
  offset: number;
  /** The characters it stands for. */
  pair: string;
}

/** The fewest pairs that cover a phrase. A single character is asked for as the beginning of any pair. */
export function queryTokensOf(folded: string): QueryToken[] {
  const characters = [...folded];
  if (characters.length === 1) return [{ token: codeOf(folded), offset: 0, pair: folded }];
  const offsets = characters.flatMap((_, index) => (index % 2 === 0 ? [index] : []));
  return offsets.map((wanted) => pieceAt(characters, Math.min(wanted, characters.length - 2)));
}

/** Every pair of a phrase, for answers that hold only some of them. */
export function everyQueryTokenOf(folded: string): QueryToken[] {
  const characters = [...folded];
  return characters.slice(1).map((_, index) => pieceAt(characters, index));
}

function pieceAt(characters: readonly string[], offset: number): QueryToken {
  const pair = characters.slice(offset, offset + 2);
  return { token: pair.map(codeOf).join(''), offset, pair: pair.join('') };
}

/** Place of headings in the index: beyond any place in a text, so that a hit in a heading shows by its place. */
export const headingsFrom = 2 ** 20;
