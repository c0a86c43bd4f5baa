/**
 * How folded text becomes tokens of the index: each character together with the next one. Pairs have short lists of
 * positions (a single common character has a very long one) and need no dictionary, so index and query cannot disagree.
 *
 * A pair is encoded in letters and digits, because Pagefind 1.6 drops punctuation from queries, and we want to keep it.
 */
const width = 3;
const radix = 36;
/** Codes that fit in three digits. Higher ones share the codes of scripts that are unlikely on a Chinese page. */
const room = radix ** width;
const shared = { from: 0x0530, count: 0x1ad0 };

/** Such a character may share its code with another one; then the texts must be compared. */
export const hasSharedCode = (character: string): boolean => (character.codePointAt(0) ?? 0) >= room;

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

/** One token for each character of a block: the pair that starts with it. */
export function tokensOf(folded: string): string[] {
  const written = Array.from(folded, codeOf);
  return written.map((code, index) => code + (written[index + 1] ?? nothing));
}

export interface QueryToken {
  /** What the engine searches for. */
  token: string;
  /** Its position in the phrase, in characters. */
  offset: number;
  /** The characters that it encodes. */
  pair: string;
}

/** The fewest pairs that cover a phrase. A single character is searched as the beginning of any pair. */
export function queryTokensOf(folded: string): QueryToken[] {
  const characters = [...folded];
  if (characters.length === 1) return [{ token: codeOf(folded), offset: 0, pair: folded }];
  const offsets = characters.flatMap((_, index) => (index % 2 === 0 ? [index] : []));
  return offsets.map((wanted) => tokenAt(characters, Math.min(wanted, characters.length - 2)));
}

/** Every pair of a phrase, for pages that contain only some of them. */
export function allQueryTokensOf(folded: string): QueryToken[] {
  const characters = [...folded];
  return characters.slice(1).map((_, index) => tokenAt(characters, index));
}

function tokenAt(characters: readonly string[], offset: number): QueryToken {
  const pair = characters.slice(offset, offset + 2);
  return { token: pair.map(codeOf).join(''), offset, pair: pair.join('') };
}

/** Positions of headings start here, beyond every position in a text. So a position shows whether it is in a heading. */
export const headingsFrom = 2 ** 20;
