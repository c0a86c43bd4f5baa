import type { Engine } from '../engine/engine.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { pinsOf, synonymsOf, titlesWith, titlesWithoutMarks } from './catalogue-matches.ts';
import type { FailureLog } from '../engine/failure-log.ts';
import { fuzzyMatches } from './fuzzy-matches.ts';
import { isFragment, parseQuery } from './parsed-query.ts';
import type { ParsedQuery } from './parsed-query.ts';
import { occursAsWord, pagesWith, pagesWithAll } from './phrase-matches.ts';
import type { Occurrence } from './phrase-matches.ts';
import { pagesByPinyin, wordByPinyin } from './pinyin.ts';
import { byRank, ranked, tiers } from './ranking.ts';
import type { PageMatch } from './ranking.ts';
import type { SearchNotes, SearchResult } from './search-result.ts';

/** What a query is answered with. */
export interface SearchContext {
  index: SearchIndex;
  engine: Engine;
  failures: FailureLog;
  folding: (text: string) => Promise<string>;
}

const noPages: ReadonlyMap<number, Occurrence> = new Map();

/** The pages for a query. `empty` is the result without any. */
export async function answerQuery(
  context: SearchContext,
  query: ParsedQuery,
  empty: SearchResult,
): Promise<SearchResult> {
  const { index, engine, failures } = context;
  const { phrase } = query;
  const phrases = [phrase, ...query.otherForms];
  const found = new Map<number, PageMatch>();
  const add = (pages: ReadonlyMap<number, Occurrence>, words: readonly string[], later = 0): void => {
    for (const [page, occurrence] of pages) {
      const match = ranked(index, page, occurrence, words, later);
      const known = found.get(page);
      if (!known || match.tier < known.tier) found.set(page, match);
    }
  };
  const addPagesWith = async (word: string, later = 0): Promise<void> => {
    const before = failures.missed;
    failures.missed = undefined;
    add(await failures.attempt(() => pagesWith(index, engine, word), noPages), [word], later);
    // The titles are loaded in any case.
    if (failures.missed) add(titlesWith(index, word), [word], later);
    failures.missed ??= before;
  };
  for (const form of phrases) await addPagesWith(form);
  const spoken = await failures.attempt(() => pinyinInPlaceOfLatin(index, engine, phrase, found), nothing);
  const isTitle = [...found.values()].some(({ tier }) => tier <= tiers.title);
  const isWhole = isTitle || (found.size > 0 && query.terms.some(isFragment));
  // Dictation puts marks between words that no text has. Only where no text has the mark does it separate words.
  const terms = found.size === 0 ? query.clauses : query.terms;
  if (terms.length > 1 && !isWhole && spoken.matches.length === 0) {
    add(await failures.attempt(() => pagesWithAll(index, engine, terms), noPages), terms);
    phrases.push(...terms);
  }
  const synonyms = synonymsOf(index, phrase);
  for (const word of synonyms) await addPagesWith(word, 0.5);
  for (const page of pinsOf(index, phrase)) found.set(page, { page, tier: tiers.pinned, count: 1 });
  const notes: SearchNotes = synonyms.length > 0 ? { synonyms } : {};
  if (spoken.matches.length > 0) notes.pinyin = found.size > 0 ? 'too' : 'only';
  phrases.push(...synonyms, ...spoken.phrases);
  // Pages found by sound alone have it in a title; the letters themselves are somewhere in a text.
  const onlySpoken = spoken.matches.filter(({ page }) => !found.has(page));
  const matches = [...onlySpoken, ...byRank(found, index)];
  // That no page contains the words is certain only after everything was searched.
  if (matches.length > 0 || failures.missed) return { ...empty, matches, phrases, notes };
  return { ...empty, ...(await failures.attempt(() => looserMatches(context, query, empty), nothing)) };
}

type Found = Pick<SearchResult, 'matches' | 'near' | 'phrases'> & Partial<SearchResult>;
const nothing: Found = { matches: [], near: [], phrases: [] };

/** Letters that are not a word on this site are pinyin: xi'an, laonian. */
async function pinyinInPlaceOfLatin(
  index: SearchIndex,
  engine: Engine,
  phrase: string,
  found: ReadonlyMap<number, PageMatch>,
): Promise<Found> {
  if (!/^[a-z\u0300-\u036F' ]+$/.test(phrase.normalize('NFD'))) return nothing;
  const isInTitle = [...found.values()].some(({ tier }) => tier <= tiers.heading);
  if (isInTitle || (await occursAsWord(index, engine, phrase, [...found.keys()]))) return nothing;
  const spoken = await pagesByPinyin(index, phrase);
  return spoken.matches.length > 0 ? spoken : nothing;
}

/** For a query that no page contains as it was typed. */
async function looserMatches(
  context: SearchContext,
  query: ParsedQuery,
  empty: SearchResult,
): Promise<Found> {
  const { index, engine } = context;
  const { phrase, words } = query;
  const titled = titlesWithoutMarks(index, phrase);
  if (titled.length > 0) return { ...nothing, matches: titled, phrases: words, notes: { unmarked: true } };
  const word = await wordByPinyin(index, phrase);
  if (word !== undefined && word !== phrase) {
    const result = await answerQuery(context, await parseQuery(word, context.folding), empty);
    return {
      ...result,
      query: empty.query,
      notes: { pinyin: 'only', synonyms: [word, ...synonymsOf(index, word)] },
    };
  }
  const spoken = await pagesByPinyin(index, phrase);
  if (spoken.matches.length + spoken.near.length > 0) return { ...spoken, notes: { pinyin: 'only' } };
  if (words.length > 1) {
    const apart = new Map<number, PageMatch>();
    for (const [page, occurrence] of await pagesWithAll(index, engine, words))
      apart.set(page, ranked(index, page, occurrence, words, 0));
    if (apart.size > 0)
      return { ...nothing, near: byRank(apart, index), phrases: words, notes: { apart: words } };
  }
  return { ...nothing, ...(await fuzzyMatches(index, engine, query)) };
}
