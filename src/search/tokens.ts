import { fold, isHan } from './fold.ts';

/** What forces a word limit in Pagefind 1.6 and does not show. */
export const limit = '\u200B';

/**
 * A text with a word limit between neighbouring Han characters, so that each is a word of its own. Pagefind's
 * indexer and the browser cut Chinese words differently; single characters leave nothing to disagree about.
 */
export function spread(text: string): string {
  let result = '';
  let before = '';
  for (const character of text) {
    if (result !== '' && (isHan(character) || isHan(before))) result += limit;
    result += character;
    before = character;
  }
  return result;
}

/** The runs of letters, digits and Han characters of a query: punctuation and blanks part them. */
export function phrasesOf(query: string): string[] {
  return fold(query).text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A phrase as Pagefind is asked for it, exactly: `"共 驻 共 建"`. */
export const asExact = (phrase: string): string => `"${spread(phrase).split(limit).join(' ')}"`;
