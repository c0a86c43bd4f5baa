/** What of an entry a search looks at. */
export interface SearchedEntry {
  title: string;
  slug: string;
  /** The whole file. */
  text: string;
}

/**
 * How near an entry is to the words somebody typed, the nearest first: its whole title or name in the address, the
 * beginning of its title, a part of the title, all words anywhere in the title, the text. Undefined: not found.
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

/** Full-width letters and digits are the same as narrow ones, capitals as small ones. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Titles are typed with other quotation marks, brackets and spaces than they are written with. */
const bare = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
