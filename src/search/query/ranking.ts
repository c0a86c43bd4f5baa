import { cleanQuery } from '../format/query-text.ts';
import { fold } from '../format/fold.ts';
import type { Occurrence } from './phrase-matches.ts';
import type { SearchIndex } from '../engine/search-index.ts';

export interface PageMatch {
  /** Number of the page; newer pages have smaller ones. */
  page: number;
  tier: number;
  /** How often the page contains the words. */
  count: number;
}

/** Where a page contains the words. Smaller tiers come first. */
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

/** `later` moves pages found by another word behind those found at the same tier by the word itself. */
export function ranked(
  index: SearchIndex,
  page: number,
  { inHeading, count }: Occurrence,
  words: readonly string[],
  later: number,
): PageMatch {
  return { page, count, tier: tierOf(index, page, inHeading, words) + later };
}

function tierOf(
  { titles, catalogue }: SearchIndex,
  page: number,
  inHeading: boolean,
  words: readonly string[],
): number {
  const title = titles[page] ?? '';
  const [word = '', ...others] = words;
  // Several words: pages with all of them in the title come first.
  if (others.length > 0)
    return tiers.apart + (words.every((each) => title.includes(each)) ? 0 : inHeading ? 0.1 : 0.2);
  if (isCalled(title, word) && catalogue.first.includes(page)) return tiers.ownName;
  if (isCalled(title, word) || isCalled(fold(catalogue.aliases[page] ?? '').text, word)) return tiers.title;
  if (title.startsWith(word)) return tiers.titleStart;
  if (title.includes(word)) return tiers.inTitle;
  if (catalogue.last.includes(page)) return tiers.last;
  return inHeading ? tiers.heading : tiers.text;
}

/** Whether a folded title is this folded word, apart from marks at its ends: people type 什么是大党委 without the ？. */
export const isCalled = (title: string, word: string): boolean =>
  title === word || (title.includes(word) && cleanQuery(title) === word);

/** The matches, best first. */
export function byRank(found: ReadonlyMap<number, PageMatch>, { days }: SearchIndex): PageMatch[] {
  // Pages without a day are permanent (a unit, a service); in titles and headings they come before news.
  const isNews = ({ page, tier }: PageMatch): number => Number(tier <= tiers.heading && days[page] !== '');
  const frequency = ({ count }: PageMatch): number => Math.floor(Math.log2(count));
  return [...found.values()].sort(
    (a, b) => a.tier - b.tier || isNews(a) - isNews(b) || frequency(b) - frequency(a) || a.page - b.page,
  );
}
