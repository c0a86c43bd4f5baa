import { cleanQuery } from './query-text.ts';
import { startEngine, stoppedEngine } from '../engine/engine.ts';
import type { Engine } from '../engine/engine.ts';
import { fold } from '../format/fold.ts';
import { fuzzyMatches } from './fuzzy-matches.ts';
import { pagesWith, standsAsWord } from './phrase-matches.ts';
import type { Occurrence } from './phrase-matches.ts';
import { pagesByPinyin, wordByPinyin } from './pinyin.ts';
import { isFragment, parseQuery, withoutMarks } from './parsed-query.ts';
import type { ParsedQuery } from './parsed-query.ts';
import { ranked, tiers } from './ranking.ts';
import type { PageMatch } from './ranking.ts';
import { foldQuery, isOutdated, openSearchIndex, currentStamp } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { failureKindOf } from '../engine/verified-fetch.ts';
import type { FailureKind } from '../engine/verified-fetch.ts';

export interface SearchResult {
  /** In the form of `asAsked`. */
  query: string;
  /** Pages that hold what was asked for, best first. */
  matches: PageMatch[];
  /** Pages that come near; there are none when there are matches. */
  near: PageMatch[];
  /** What is marked in the excerpts. */
  phrases: string[];
  /** What the reader is to be told about how these pages were found. */
  told: SearchNotes;
  /** Words that sound the same and do occur. */
  meant: string[];
  shelf: SearchIndex;
}

export interface SearchNotes {
  /** Other words that were looked for as well. */
  synonyms?: string[];
  /** Found by its pronunciation; `too` where other pages have the letters themselves. */
  pinyin?: 'only' | 'too';
  /** Found in titles without regard to their marks: 条例五处修改 is 条例：五处修改. */
  unmarked?: true;
  /** These come near because they hold all the words, though not together. */
  apart?: string[];
  /** Not everything could be looked at, and why: there may be more pages than these. */
  missed?: FailureKind;
  /** Only titles were looked at: the engine does not run here, or could not be loaded. */
  titlesOnly?: true;
}

/**
 * Asks the index at `base` (with slashes at both ends). Loads what it needs on first use. Rejects when not even the
 * titles can be had, and when the site has another index by now: see `acrossReleases`.
 */
export async function search(query: string, base: string): Promise<SearchResult> {
  // Both load at the same time; whether the engine runs shows when it is asked.
  const starting = startEngine(base, currentStamp());
  starting.catch(() => undefined);
  const shelf = await openSearchIndex(base);
  const asked = cleanQuery(query);
  const watch = new Watch();
  const folding = (text: string): Promise<string> =>
    watch.tried(() => foldQuery(shelf, text), fold(text).text);
  const question = await parseQuery(asked, folding);
  const empty: SearchResult = {
    query: asked,
    matches: [],
    near: [],
    phrases: [],
    told: {},
    meant: [],
    shelf,
  };
  if (question.phrase === '') return empty;
  const engine = await starting.catch((error: unknown) => stoppedEngine(error));
  const answer = await ask({ shelf, engine, watch, folding }, question, empty);
  const { missed } = watch;
  if (missed === undefined) return answer;
  if (await isOutdated(shelf)) throw new Error('The site has another index by now.');
  const titlesOnly = engine.isStopped ? ({ titlesOnly: true } as const) : {};
  return { ...answer, told: { ...answer.told, missed, ...titlesOnly } };
}

/** What an answer is looked for with. */
interface SearchContext {
  shelf: SearchIndex;
  engine: Engine;
  watch: Watch;
  folding: (text: string) => Promise<string>;
}

/** Lets a part of an answer fail, and remembers why: what is missing was not looked at, which is not “nothing there”. */
class Watch {
  missed: FailureKind | undefined;

  async tried<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await act();
    } catch (error) {
      this.missed ??= failureKindOf(error);
      return otherwise;
    }
  }
}

const noPages: ReadonlyMap<number, Occurrence> = new Map();

async function ask(desk: SearchContext, question: ParsedQuery, empty: SearchResult): Promise<SearchResult> {
  const { shelf, engine, watch } = desk;
  const { phrase } = question;
  const phrases = [phrase, ...question.otherForms];
  const found = new Map<number, PageMatch>();
  const add = (pages: ReadonlyMap<number, Occurrence>, words: readonly string[], later = 0): void => {
    for (const [page, occurrence] of pages) {
      const match = ranked(shelf, page, occurrence, words, later);
      const known = found.get(page);
      if (!known || match.tier < known.tier) found.set(page, match);
    }
  };
  const addHolding = async (word: string, later = 0): Promise<void> => {
    const before = watch.missed;
    watch.missed = undefined;
    add(await watch.tried(() => pagesWith(shelf, engine, word), noPages), [word], later);
    // Titles are at hand even so.
    if (watch.missed) add(titlesWith(shelf, word), [word], later);
    watch.missed ??= before;
  };
  for (const form of phrases) await addHolding(form);
  const spoken = await watch.tried(() => inPlaceOfLatin(shelf, engine, phrase, found), nothing);
  const isTitle = [...found.values()].some(({ tier }) => tier <= tiers.title);
  const isWhole = isTitle || (found.size > 0 && question.terms.some(isFragment));
  // A mark between two words is as often the dictation's as the text's; where a text has it, the text is meant.
  const terms = found.size === 0 ? question.clauses : question.terms;
  if (terms.length > 1 && !isWhole && spoken.matches.length === 0) {
    add(await watch.tried(() => pagesWithAll(shelf, engine, terms), noPages), terms);
    phrases.push(...terms);
  }
  const synonyms = synonymsOf(shelf, phrase);
  for (const word of synonyms) await addHolding(word, 0.5);
  for (const page of pinsOf(shelf, phrase)) found.set(page, { page, tier: tiers.pinned, count: 1 });
  const told: SearchNotes = synonyms.length > 0 ? { synonyms } : {};
  if (spoken.matches.length > 0) told.pinyin = found.size > 0 ? 'too' : 'only';
  phrases.push(...synonyms, ...spoken.phrases);
  // What is only spoken so is in a title; the letters themselves are somewhere in a text.
  const onlySpoken = spoken.matches.filter(({ page }) => !found.has(page));
  const matches = [...onlySpoken, ...inOrder(found, shelf)];
  // Whether nothing holds the words is known only when everything was looked at.
  if (matches.length > 0 || watch.missed) return { ...empty, matches, phrases, told };
  return { ...empty, ...(await watch.tried(() => lessExactly(desk, question, empty), nothing)) };
}

type Found = Pick<SearchResult, 'matches' | 'near' | 'phrases'> & Partial<SearchResult>;
const nothing: Found = { matches: [], near: [], phrases: [] };

/** Letters that are no word of this site are pinyin: xi'an, laonian. */
async function inPlaceOfLatin(
  shelf: SearchIndex,
  engine: Engine,
  phrase: string,
  found: ReadonlyMap<number, PageMatch>,
): Promise<Found> {
  if (!/^[a-z\u0300-\u036F' ]+$/.test(phrase.normalize('NFD'))) return nothing;
  const isInTitle = [...found.values()].some(({ tier }) => tier <= tiers.heading);
  if (isInTitle || (await standsAsWord(shelf, engine, phrase, [...found.keys()]))) return nothing;
  const spoken = await pagesByPinyin(shelf, phrase);
  return spoken.matches.length > 0 ? spoken : nothing;
}

/** When no page holds what was typed as it stands. */
async function lessExactly(desk: SearchContext, question: ParsedQuery, empty: SearchResult): Promise<Found> {
  const { shelf, engine } = desk;
  const { phrase, words } = question;
  const titled = titlesWithoutMarks(shelf, phrase);
  if (titled.length > 0) return { ...nothing, matches: titled, phrases: words, told: { unmarked: true } };
  const word = await wordByPinyin(shelf, phrase);
  if (word !== undefined && word !== phrase) {
    const answer = await ask(desk, await parseQuery(word, desk.folding), empty);
    return {
      ...answer,
      query: empty.query,
      told: { pinyin: 'only', synonyms: [word, ...synonymsOf(shelf, word)] },
    };
  }
  const spoken = await pagesByPinyin(shelf, phrase);
  if (spoken.matches.length + spoken.near.length > 0) return { ...spoken, told: { pinyin: 'only' } };
  if (words.length > 1) {
    const apart = new Map<number, PageMatch>();
    for (const [page, occurrence] of await pagesWithAll(shelf, engine, words))
      apart.set(page, ranked(shelf, page, occurrence, words, 0));
    if (apart.size > 0)
      return { ...nothing, near: inOrder(apart, shelf), phrases: words, told: { apart: words } };
  }
  return { ...nothing, ...(await fuzzyMatches(shelf, engine, question)) };
}

/** Whoever speaks or types a title from memory leaves its marks out. */
function titlesWithoutMarks(shelf: SearchIndex, phrase: string): PageMatch[] {
  const bare = withoutMarks(phrase);
  if ([...bare].length < 4) return [];
  const found = new Map<number, PageMatch>();
  shelf.titles.forEach((title, page) => {
    const words = withoutMarks(title);
    if (words.includes(bare))
      found.set(page, { page, tier: words === bare ? tiers.title : tiers.inTitle, count: 1 });
  });
  return inOrder(found, shelf);
}

const pinsOf = ({ catalogue: { pins } }: SearchIndex, phrase: string): number[] =>
  Object.prototype.hasOwnProperty.call(pins, phrase) ? (pins[phrase] ?? []) : [];

async function pagesWithAll(
  shelf: SearchIndex,
  engine: Engine,
  terms: readonly string[],
): Promise<Map<number, Occurrence>> {
  let left: Map<number, Occurrence> | undefined;
  for (const term of terms) {
    const found = await pagesWith(shelf, engine, term);
    left = new Map(
      [...(left ?? found)].flatMap(([page, before]) => {
        const now = found.get(page);
        if (!now) return [];
        const both = {
          inHeading: before.inHeading && now.inHeading,
          count: Math.min(before.count, now.count),
        };
        return [[page, both] as const];
      }),
    );
    if (left.size === 0) break;
  }
  return left ?? new Map<number, Occurrence>();
}

const synonymsOf = ({ catalogue }: SearchIndex, phrase: string): string[] =>
  [...new Set(catalogue.synonyms.filter((group) => group.includes(phrase)).flat())].filter(
    (word) => word !== phrase,
  );

function titlesWith({ titles }: SearchIndex, word: string): Map<number, Occurrence> {
  const holding = titles.flatMap((title, page) => (title.includes(word) ? [page] : []));
  return new Map(holding.map((page) => [page, { inHeading: true, count: 1 }]));
}

function inOrder(found: ReadonlyMap<number, PageMatch>, { days }: SearchIndex): PageMatch[] {
  // What has no day stands for long (a unit, a service); in titles and headings it comes before news.
  const isNews = ({ page, tier }: PageMatch): number => Number(tier <= tiers.heading && days[page] !== '');
  const often = ({ count }: PageMatch): number => Math.floor(Math.log2(count));
  return [...found.values()].sort(
    (a, b) => a.tier - b.tier || isNews(a) - isNews(b) || often(b) - often(a) || a.page - b.page,
  );
}
