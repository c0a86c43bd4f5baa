import { cleanQuery } from './query-text.ts';
import { fold } from '../format/fold.ts';
import type { Occurrence } from './phrase-matches.ts';
import type { SearchIndex } from '../engine/search-index.ts';

export interface PageMatch {
  /** Number of the page; newer pages have smaller ones. */
  page: number;
  tier: number;
  /** How often the page holds it. */
  count: number;
}

/** Where a page holds what was asked for; the smaller comes first. */
export const tiers = {
  pinned: -1,
  ownName: -0.5,
  title: 0,
  titleStart: 1,
  inTitle: 2,
  heading: 3,
  text: 4,
  last: 4.8,
  apart: 5,
} as const;

/** `later` moves what was found by another word behind what was found by the same place of the word itself. */
export function ranked(
  shelf: SearchIndex,
  page: number,
  { inHeading, count }: Occurrence,
  words: readonly string[],
  later: number,
): PageMatch {
  return { page, count, tier: tierOf(shelf, page, inHeading, words) + later };
}

function tierOf(
  { titles, catalogue }: SearchIndex,
  page: number,
  inHeading: boolean,
  words: readonly string[],
): number {
  const title = titles[page] ?? '';
  const [word = '', ...others] = words;
  // Several words: first the pages that have all of them in the title.
  if (others.length > 0)
    return tiers.apart + (words.every((each) => title.includes(each)) ? 0 : inHeading ? 0.1 : 0.2);
  if (isCalled(title, word) && catalogue.first.includes(page)) return tiers.ownName;
  if (isCalled(title, word) || isCalled(fold(catalogue.aliases[page] ?? '').text, word)) return tiers.title;
  if (title.startsWith(word)) return tiers.titleStart;
  if (title.includes(word)) return tiers.inTitle;
  if (catalogue.last.includes(page)) return tiers.last;
  return inHeading ? tiers.heading : tiers.text;
}

/** Whether a folded title is this folded word, but for the marks at its ends: 什么是大党委？ is asked for without its mark. */
export const isCalled = (title: string, word: string): boolean =>
  title === word || (title.includes(word) && cleanQuery(title) === word);
