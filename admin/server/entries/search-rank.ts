/** The searchable parts of an entry. */
export interface SearchedEntry {
  title: string;
  slug: string;
  /** The whole file. */
  text: string;
}

/**
 * The rank of an entry for a query, 0 is best: whole title or slug, prefix of the title, part of the title, all words in
 * the title, all words in the text. Undefined: no match.
 */
export function rankOf({ title, slug, text }: SearchedEntry, words: string): number | undefined {
  const { typed, wanted, each } = queryOf(words);
  const name = bare(title);
  if (wanted !== '') {
    if (name === wanted || slug === typed) return 0;
    if (name.startsWith(wanted)) return 1;
    if (name.includes(wanted)) return 2;
  }
  if (wanted !== '' && each.every((word) => name.includes(bare(word)))) return 3;
  const whole = folded(text);
  return each.every((word) => whole.includes(word)) ? 4 : undefined;
}

/** In characters. A title has forty; each word is looked for in each entry. */
const longestQuery = 200;

interface Query {
  words: string;
  typed: string;
  wanted: string;
  each: string[];
}
let last: Query | undefined;

/** The forms of a query, which all entries of a search are compared with. */
function queryOf(words: string): Query {
  if (last?.words === words) return last;
  const typed = words.trim().slice(0, longestQuery);
  const each = [...new Set(folded(typed).split(/\s+/))].filter(Boolean);
  return (last = { words, typed, wanted: bare(typed), each });
}

/** Ignores width (full-width and half-width) and case. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Ignores punctuation and spaces: people rarely type them as in the title. */
const bare = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
