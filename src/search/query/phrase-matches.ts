import { commonnessOf } from '../format/page-catalogue.ts';
import type { Engine, WordPositions } from '../engine/engine.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { folderFor } from '../engine/search-index.ts';
import { headingsFrom, queryTokensOf, sharesItsCode } from '../format/tokens.ts';
import type { QueryToken } from '../format/tokens.ts';

/** How a page holds a phrase. */
export interface Occurrence {
  inHeading: boolean;
  count: number;
}

/** So many pieces are asked for at once; a phrase of six characters needs no more. */
const atOnce = 3;
/** With so few pages left, their texts decide: they are shown anyway. */
const few = 10;

/** Every page that holds the folded phrase, and no other. */
export async function pagesWith(
  shelf: SearchIndex,
  engine: Engine,
  phrase: string,
): Promise<Map<number, Occurrence>> {
  const pieces = byRarity(shelf, queryTokensOf(phrase));
  const [first, ...others] = pieces;
  if (!first || [...phrase].some((character) => commonnessOf(shelf.catalogue, character) === 0))
    return new Map();
  await Promise.all(pieces.slice(0, atOnce).map(({ token }) => engine.prepare(token)));
  const rarest = await engine.places([first.token]);
  let starts: WordPositions = new Map(
    [...rarest].map(([page, places]) => [page, places.map((place) => place - first.offset)]),
  );
  for (const [index, piece] of others.entries()) {
    if (starts.size === 0) break;
    if (index + 1 >= atOnce && starts.size <= few) {
      await Promise.all([...starts.keys()].map((page) => engine.page(page)));
      starts = await confirmed(shelf, engine, phrase, starts);
      break;
    }
    starts = followed(
      starts,
      piece,
      rarest,
      first.token === piece.token ? rarest : await engine.places([first.token, piece.token]),
    );
  }
  if ([...phrase].some(sharesItsCode)) starts = await confirmed(shelf, engine, phrase, starts);
  return new Map(
    [...starts].map(([page, places]) => [
      page,
      { count: places.length, inHeading: places.some((place) => place >= headingsFrom) },
    ]),
  );
}

/** Rare pieces first: they leave few pages for the next ones. */
export function byRarity({ catalogue }: SearchIndex, pieces: readonly QueryToken[]): QueryToken[] {
  const rarity = ({ pair }: QueryToken): number => {
    const classes = [...pair].map((character) => commonnessOf(catalogue, character));
    return Math.min(...classes) * 20 + classes.reduce((sum, each) => sum + each, 0);
  };
  return [...pieces].sort((a, b) => rarity(a) - rarity(b));
}

/** The starts at which this piece stands too. `both` has its places among those of the rarest piece. */
function followed(
  starts: WordPositions,
  piece: QueryToken,
  rarest: WordPositions,
  both: WordPositions,
): WordPositions {
  const left: WordPositions = new Map();
  for (const [page, places] of starts) {
    const there = both.get(page);
    if (!there) continue;
    const isThere = new Set(there);
    // Places of the rarest piece are not places of this one, unless they are the same piece.
    if (both !== rarest) for (const place of rarest.get(page) ?? []) isThere.delete(place);
    const held = places.filter((start) => isThere.has(start + piece.offset));
    if (held.length > 0) left.set(page, held);
  }
  return left;
}

/** Those that hold it by their own texts. */
async function confirmed(
  shelf: SearchIndex,
  engine: Engine,
  phrase: string,
  starts: WordPositions,
): Promise<WordPositions> {
  const left: WordPositions = new Map();
  for (const [number, places] of starts) {
    const texts = await foldedTexts(shelf, engine, number);
    if (texts.some((text) => text.includes(phrase))) left.set(number, places);
  }
  return left;
}

/** Whether these letters are a word of their own on one of the pages; with many pages they are taken to be. */
export async function standsAsWord(
  shelf: SearchIndex,
  engine: Engine,
  letters: string,
  pages: readonly number[],
): Promise<boolean> {
  if (pages.length > few) return true;
  const texts = await Promise.all(pages.map((page) => foldedTexts(shelf, engine, page)));
  // Written without looking back, which Safari 15 cannot.
  const word = new RegExp(`(?:^|[^a-z])${letters.replace(/[^a-z ]/g, '.')}(?![a-z])`);
  return texts.flat().some((text) => word.test(text));
}

async function foldedTexts(shelf: SearchIndex, engine: Engine, number: number): Promise<string[]> {
  const { title, blocks } = await engine.page(number);
  const texts = [title, ...blocks.map(({ text }) => text)];
  const folded = await folderFor(shelf, texts);
  return texts.map((text) => folded(text).text);
}
