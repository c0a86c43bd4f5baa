import type { SearchIndex } from '../engine/search-index.ts';
import { withoutMarks } from './parsed-query.ts';
import type { Occurrence } from './phrase-matches.ts';
import { byRank, tiers } from './ranking.ts';
import type { PageMatch } from './ranking.ts';

/** Pages with the word in their title, found without the engine. */
export function titlesWith({ titles }: SearchIndex, word: string): Map<number, Occurrence> {
  const pages = titles.flatMap((title, page) => (title.includes(word) ? [page] : []));
  return new Map(pages.map((page) => [page, { inHeading: true, count: 1 }]));
}

/** Titles compared without punctuation, which people leave out when they speak or type from memory. */
export function titlesWithoutMarks(index: SearchIndex, phrase: string): PageMatch[] {
  const bare = withoutMarks(phrase);
  if ([...bare].length < 4) return [];
  const found = new Map<number, PageMatch>();
  index.titles.forEach((title, page) => {
    const words = withoutMarks(title);
    if (words.includes(bare))
      found.set(page, { page, tier: words === bare ? tiers.title : tiers.inTitle, count: 1 });
  });
  return byRank(found, index);
}

/** The pages that the editors put first for a word. */
export const pinsOf = ({ catalogue: { pins } }: SearchIndex, phrase: string): number[] =>
  Object.prototype.hasOwnProperty.call(pins, phrase) ? (pins[phrase] ?? []) : [];

export const synonymsOf = ({ catalogue }: SearchIndex, phrase: string): string[] =>
  [...new Set(catalogue.synonyms.filter((group) => group.includes(phrase)).flat())].filter(
    (word) => word !== phrase,
  );
