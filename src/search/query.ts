import { startEngine } from './engine.ts';
import type { Engine } from './engine.ts';
import { nearest } from './nearest.ts';
import { pagesWith } from './phrase.ts';
import type { Occurrence } from './phrase.ts';
import { pagesByPinyin } from './pinyin.ts';
import { isFragment, understand } from './question.ts';
import type { Question } from './question.ts';
import { ranked, tiers } from './ranking.ts';
import type { Match } from './ranking.ts';
import { openShelf } from './shelf.ts';
import type { Shelf } from './shelf.ts';

export interface Answer {
  query: string;
  /** Pages that hold what was asked for, best first. */
  matches: Match[];
  /** Pages that come near; there are none when there are matches. */
  near: Match[];
  /** What is marked in the excerpts. */
  phrases: string[];
  /** What the reader is to be told about how these pages were found. */
  told: Told;
  /** Words that sound the same and do occur. */
  meant: string[];
  shelf: Shelf;
}

export interface Told {
  /** Other words that were looked for as well. */
  synonyms?: string[];
  /** Found by its pronunciation. */
  pinyin?: true;
  /** Only titles were looked at: the engine does not run here, or its files could not be loaded. */
  titlesOnly?: true;
}

/** Asks the index at `base` (with slashes at both ends). Loads what it needs on first use. */
export async function search(query: string, base: string): Promise<Answer> {
  // Both load at the same time; whether the engine runs shows when it is asked.
  const starting = startEngine(base);
  starting.catch(() => undefined);
  const shelf = await openShelf(base);
  const question = await understand(shelf, query);
  const empty: Answer = { query, matches: [], near: [], phrases: [], told: {}, meant: [], shelf };
  if (question.words.length === 0) return empty;
  try {
    return await ask(await starting, question, empty);
  } catch {
    // An old browser, or no connection: titles are at hand even so.
    const matches = byTitle(shelf, question.phrase);
    return { ...empty, matches, phrases: [question.phrase], told: { titlesOnly: true } };
  }
}

async function ask(engine: Engine, question: Question, empty: Answer): Promise<Answer> {
  const { shelf } = empty;
  const { phrase } = question;
  const phrases = [phrase, ...question.otherForms];
  const found = new Map<number, Match>();
  const add = (pages: ReadonlyMap<number, Occurrence>, words: readonly string[], later = 0): void => {
    for (const [page, occurrence] of pages) {
      const match = ranked(shelf, page, occurrence, words, later);
      const known = found.get(page);
      if (!known || match.tier < known.tier) found.set(page, match);
    }
  };
  for (const form of phrases) add(await pagesWith(shelf, engine, form), [form]);
  const isTitle = [...found.values()].some(({ tier }) => tier === tiers.title);
  const isWhole = isTitle || (found.size > 0 && question.terms.some(isFragment));
  if (question.terms.length > 1 && !isWhole) {
    add(await pagesWithAll(shelf, engine, question.terms), question.terms);
    phrases.push(...question.terms);
  }
  const synonyms = synonymsOf(shelf, phrase);
  for (const word of synonyms) add(await pagesWith(shelf, engine, word), [word], 0.5);
  for (const page of shelf.catalogue.pins[phrase] ?? [])
    found.set(page, { page, tier: tiers.pinned, count: 1 });
  if (found.size > 0) {
    const told = synonyms.length > 0 ? { synonyms } : {};
    return { ...empty, matches: inOrder(found, shelf), phrases: [...phrases, ...synonyms], told };
  }
  if (question.words.length > 1 || question.words[0] !== phrase) {
    add(await pagesWithAll(shelf, engine, question.words), question.words);
    if (found.size > 0) return { ...empty, matches: inOrder(found, shelf), phrases: question.words };
  }
  const spoken = await pagesByPinyin(shelf, phrase);
  if (spoken.matches.length + spoken.near.length > 0) {
    return { ...empty, ...spoken, told: { pinyin: true } };
  }
  return { ...empty, ...(await nearest(shelf, engine, question)) };
}

async function pagesWithAll(
  shelf: Shelf,
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

const synonymsOf = ({ catalogue }: Shelf, phrase: string): string[] =>
  [...new Set(catalogue.synonyms.filter((group) => group.includes(phrase)).flat())].filter(
    (word) => word !== phrase,
  );

function byTitle(shelf: Shelf, phrase: string): Match[] {
  const found = new Map<number, Match>();
  shelf.titles.forEach((title, page) => {
    if (title.includes(phrase))
      found.set(page, ranked(shelf, page, { inHeading: true, count: 1 }, [phrase], 0));
  });
  return inOrder(found, shelf);
}

function inOrder(found: ReadonlyMap<number, Match>, { days }: Shelf): Match[] {
  // What has no day stands for long (a unit, a service); in titles and headings it comes before news.
  const isNews = ({ page, tier }: Match): number => Number(tier <= tiers.heading && days[page] !== '');
  const often = ({ count }: Match): number => Math.floor(Math.log2(count));
  return [...found.values()].sort(
    (a, b) => a.tier - b.tier || isNews(a) - isNews(b) || often(b) - often(a) || a.page - b.page,
  );
}
