/** The searchable parts of an entry. */
export interface SearchedEntry {
  title: string;
  slug: string;
  /** The whole file. */
  text: string;
}

/** The entry as `rankOf` compares it. Made once for each version of an entry, not for each search. */
export interface RankedParts {
  name: string;
  slug: string;
  whole: string;
}

/** What somebody searches for, read once for all entries. */
export interface Query {
  typed: string;
  bare: string;
  words: readonly { folded: string; bare: string }[];
}

export const rankedParts = ({ title, slug, text }: SearchedEntry): RankedParts => ({
  name: bare(title),
  slug,
  whole: folded(text),
});

/** In characters. A title has forty; each word is looked for in each entry, and a pasted page has thousands. */
const longestQuery = 200;

export function queryOf(words: string): Query {
  const typed = words.trim().slice(0, longestQuery);
  const each = [...new Set(folded(typed).split(/\s+/))].filter(Boolean);
  return {
    typed,
    bare: bare(typed),
    words: each.map((word) => ({ folded: word, bare: bare(word) })),
  };
}

/**
 * The rank of an entry for a query, 0 is best: whole title or slug, prefix of the title, part of the title, all words in
 * the title, all words in the text. Undefined: no match.
 */
export function rankOf({ name, slug, whole }: RankedParts, query: Query): number | undefined {
  if (query.bare !== '') {
    if (name === query.bare || slug === query.typed) return 0;
    if (name.startsWith(query.bare)) return 1;
    if (name.includes(query.bare)) return 2;
    if (query.words.every((word) => name.includes(word.bare))) return 3;
  }
  return query.words.every((word) => whole.includes(word.folded)) ? 4 : undefined;
}

/** Ignores width (full-width and half-width) and case. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Ignores punctuation and spaces: people rarely type them as in the title. */
const bare = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
