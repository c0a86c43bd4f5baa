import { commonnessOf } from '../format/page-catalogue.ts';
import type { Engine } from '../engine/engine.ts';
import type { ParsedQuery } from './parsed-query.ts';
import { byRarity } from './phrase-matches.ts';
import { tiers } from './ranking.ts';
import type { PageMatch } from './ranking.ts';
import { headingsOf, readingsOf, soundingLike } from './readings.ts';
import { folderFor } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { everyQueryTokenOf } from '../format/tokens.ts';

/** So many near pages are given, and so many texts are read for words that sound the same. */
const most = 20;
const read = 6;
/** So many pairs are asked for, the rarest: common ones hardly part one page from another. */
const mostPieces = 6;

/** When nothing holds what was typed: what sounds the same, and pages that hold most of it. */
export async function fuzzyMatches(
  shelf: SearchIndex,
  engine: Engine,
  { phrase }: ParsedQuery,
): Promise<{ near: PageMatch[]; meant: string[]; phrases: string[] }> {
  const near = await mostly(shelf, engine, phrase);
  const meant = await sayingTheSame(shelf, engine, phrase, near.slice(0, read));
  const pieces = everyQueryTokenOf(phrase).map(({ pair }) => pair);
  return { near: near.map(({ match }) => match), meant, phrases: [...meant, phrase, ...pieces] };
}

interface Near {
  match: PageMatch;
  score: number;
}

/** Pages by how many pairs of the phrase they hold, those at the right distance from each other counting more. */
async function mostly(shelf: SearchIndex, engine: Engine, phrase: string): Promise<Near[]> {
  const known = everyQueryTokenOf(phrase).filter(({ pair }) =>
    [...pair].every((character) => commonnessOf(shelf.catalogue, character) > 0),
  );
  const pieces = byRarity(shelf, known).slice(0, mostPieces);
  if ([...phrase].length < 3) return [];
  await Promise.all(pieces.map(({ token }) => engine.prepare(token)));
  const starts = new Map<number, Map<number, number>>();
  const held = new Map<number, number>();
  for (const { token, offset } of pieces) {
    const places = await engine.places([token]);
    // What few pages hold says more.
    const worth = Math.log(1 + shelf.titles.length / Math.max(1, places.size));
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
      score: Math.max(...byStart.values()) + (held.get(page) ?? 0) / 2,
    }))
    .sort((a, b) => b.score - a.score || a.match.page - b.match.page)
    .slice(0, most);
}

/** Pieces of titles, headings and near texts that sound like the phrase, most frequent first. */
async function sayingTheSame(
  shelf: SearchIndex,
  engine: Engine,
  phrase: string,
  near: readonly Near[],
): Promise<string[]> {
  if (!/^[\u3400-\u9FFF]{2,12}$/.test(phrase)) return [];
  const [readings, headings, pages] = await Promise.all([
    readingsOf(shelf),
    headingsOf(shelf),
    Promise.all(near.map(({ match }) => textsOf(shelf, engine, match.page))),
  ]);
  const alike = [...phrase].map((character) => soundingLike(readings, character));
  const counts = new Map<string, number>();
  const texts = [
    ...shelf.catalogue.synonyms.flat(),
    ...shelf.titles,
    ...headings.texts,
    ...pages.flatMap(({ folded }) => folded),
  ];
  for (const text of texts) {
    for (const heard of piecesSounding(text, alike)) counts.set(heard, (counts.get(heard) ?? 0) + 1);
  }
  const same = (heard: string): number =>
    [...heard].filter((each, index) => each === phrase.charAt(index)).length;
  const best = [...counts]
    .filter(([heard]) => heard !== phrase)
    .sort(([a, often], [b, seldom]) => same(b) - same(a) || seldom - often)
    .slice(0, 3);
  return Promise.all(best.map(([heard]) => asWritten(shelf, heard, pages)));
}

interface PageTexts {
  written: string[];
  folded: string[];
}

async function textsOf(shelf: SearchIndex, engine: Engine, page: number): Promise<PageTexts> {
  const written = (await engine.page(page)).blocks.map(({ text }) => text);
  const folded = await folderFor(shelf, written);
  return { written, folded: written.map((text) => folded(text).text) };
}

/** Folded, 著作 may have become 着作; people are shown what stands in the text. */
async function asWritten(shelf: SearchIndex, heard: string, pages: readonly PageTexts[]): Promise<string> {
  const titles = { written: shelf.catalogue.titles, folded: shelf.titles };
  for (const { written, folded } of [titles, ...pages]) {
    const original = written[folded.findIndex((text) => text.includes(heard))];
    if (original === undefined) continue;
    const { text, at } = (await folderFor(shelf, [original]))(original);
    const start = text.indexOf(heard);
    if (start >= 0) return original.slice(at[start], at[start + heard.length]).trim();
  }
  return heard;
}

/** Every place of a text where each character is one of those that fit. */
function piecesSounding(text: string, alike: readonly ReadonlySet<string>[]): string[] {
  const found: string[] = [];
  for (let start = 0; start + alike.length <= text.length; start++) {
    if (alike.every((fitting, at) => fitting.has(text.charAt(start + at))))
      found.push(text.slice(start, start + alike.length));
  }
  return found;
}
