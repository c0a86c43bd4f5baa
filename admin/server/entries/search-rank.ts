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
  const wanted = bare(words);
  const name = bare(title);
  if (wanted !== '') {
    if (name === wanted || slug === words.trim()) return 0;
    if (name.startsWith(wanted)) return 1;
    if (name.includes(wanted)) return 2;
  }
  const each = folded(words).split(/\s+/).filter(Boolean);
  if (wanted !== '' && each.every((word) => name.includes(bare(word)))) return 3;
  const whole = folded(text);
  return each.every((word) => whole.includes(word)) ? 4 : undefined;
}

/** Ignores width (full-width and half-width) and case. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Ignores punctuation and spaces: people rarely type them as in the title. */
const bare = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
