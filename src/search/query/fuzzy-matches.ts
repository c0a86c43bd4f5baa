import { commonnessOf } from '../format/page-catalogue.ts';
import type { Engine } from '../engine/engine.ts';
import type { ParsedQuery } from './parsed-query.ts';
import { byRarity } from './phrase-matches.ts';
import { tiers } from './ranking.ts';
import type { PageMatch } from './ranking.ts';
import { headingsOf, readingsOf, charactersSoundingLike } from './readings.ts';
import { foldingFor } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { allQueryTokensOf } from '../format/tokens.ts';

/** How many similar pages are returned. */
const mostPages = 20;
/** How many of their texts are searched for words that sound the same. */
const mostTexts = 6;
/** How many pairs are searched, the rarest first: common ones hardly distinguish pages. */
const mostPieces = 6;

/** For a query without matches: words that sound the same, and pages that contain most of it. */
export async function fuzzyMatches(
  index: SearchIndex,
  engine: Engine,
  { phrase }: ParsedQuery,
): Promise<{ near: PageMatch[]; didYouMean: string[]; phrases: string[] }> {
  const near = await partialMatches(index, engine, phrase);
  const didYouMean = await homophones(index, engine, phrase, near.slice(0, mostTexts));
  const pieces = allQueryTokensOf(phrase).map(({ pair }) => pair);
  return { near: near.map(({ match }) => match), didYouMean, phrases: [...didYouMean, phrase, ...pieces] };
}

interface PartialMatch {
  match: PageMatch;
  score: number;
}

/** Pages by how many pairs of the phrase they contain. Pairs at the right distance from each other count more. */
async function partialMatches(index: SearchIndex, engine: Engine, phrase: string): Promise<PartialMatch[]> {
  const known = allQueryTokensOf(phrase).filter(({ pair }) =>
    [...pair].every((character) => commonnessOf(index.catalogue, character) > 0),
  );
  const pieces = byRarity(index, known).slice(0, mostPieces);
  if ([...phrase].length < 3) return [];
  await Promise.all(pieces.map(({ token }) => engine.prepare(token)));
  const starts = new Map<number, Map<number, number>>();
  const held = new Map<number, number>();
  for (const { token, offset } of pieces) {
    const places = await engine.places([token]);
    // A pair that few pages contain says more.
    const worth = Math.log(1 + index.titles.length / Math.max(1, places.size));
    for (const [page, list] of places) {
      held.set(page, (held.get(page) ?? 0) + worth);
      const byStart = starts.get(page) ?? new Map<number, number>();
      for (const place of list) byStart.set(place - offset, (byStart.get(place - offset) ?? 0) + worth);
      starts.set(page, byStart);
    }
  }
  return [...starts]
    .map(([page, byStart]) => ({
      match: { page, tier: tiers.apart, count: 1 },
      score: largest(byStart.values()) + (held.get(page) ?? 0) / 2,
    }))
    .sort((a, b) => b.score - a.score || a.match.page - b.match.page)
    .slice(0, mostPages);
}

/** Not `Math.max(...)`: a long page can have more values than a call has arguments. */
function largest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** Parts of titles, headings and similar texts that sound like the phrase, most frequent first. */
async function homophones(
  index: SearchIndex,
  engine: Engine,
  phrase: string,
  near: readonly PartialMatch[],
): Promise<string[]> {
  if (!/^[\u3400-\u9FFF]{2,12}$/.test(phrase)) return [];
  const [readings, headings, pages] = await Promise.all([
    readingsOf(index),
    headingsOf(index),
    Promise.all(near.map(({ match }) => textsOf(index, engine, match.page))),
  ]);
  const alike = [...phrase].map((character) => charactersSoundingLike(readings, character));
  const counts = new Map<string, number>();
  const texts = [
    ...index.catalogue.synonyms.flat(),
    ...index.titles,
    ...headings.texts,
    ...pages.flatMap(({ folded }) => folded),
  ];
  for (const text of texts) {
    for (const heard of homophonesIn(text, alike)) counts.set(heard, (counts.get(heard) ?? 0) + 1);
  }
  const same = (heard: string): number => [...heard].filter((each, at) => each === phrase.charAt(at)).length;
  const best = [...counts]
    .filter(([heard]) => heard !== phrase)
    .sort(([a, often], [b, seldom]) => same(b) - same(a) || seldom - often)
    .slice(0, 3);
  return Promise.all(best.map(([heard]) => originalSpelling(index, heard, pages)));
}

interface PageTexts {
  written: string[];
  folded: string[];
}

async function textsOf(index: SearchIndex, engine: Engine, page: number): Promise<PageTexts> {
  const written = (await engine.page(page)).blocks.map(({ text }) => text);
  const folded = await foldingFor(index, written);
  return { written, folded: written.map((text) => folded(text).text) };
}

/** Folding may turn 著作 into 着作; readers see the spelling of the text. */
async function originalSpelling(
  index: SearchIndex,
  heard: string,
  pages: readonly PageTexts[],
): Promise<string> {
  const titles = { written: index.catalogue.titles, folded: index.titles };
  for (const { written, folded } of [titles, ...pages]) {
    const original = written[folded.findIndex((text) => text.includes(heard))];
    if (original === undefined) continue;
    const { text, at } = (await foldingFor(index, [original]))(original);
    const start = text.indexOf(heard);
    if (start >= 0) return original.slice(at[start], at[start + heard.length]).trim();
  }
  return heard;
}

/** Every part of a text in which each character is one of the alternatives for its position. */
function homophonesIn(text: string, alike: readonly ReadonlySet<string>[]): string[] {
  const found: string[] = [];
  for (let start = 0; start + alike.length <= text.length; start++) {
    if (alike.every((alternatives, at) => alternatives.has(text.charAt(start + at))))
      found.push(text.slice(start, start + alike.length));
  }
  return found;
}
