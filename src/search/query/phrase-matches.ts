import { commonnessOf } from '../format/page-catalogue.ts';
import type { Engine, WordPositions } from '../engine/engine.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { foldingFor } from '../engine/search-index.ts';
import { headingsFrom, queryTokensOf, hasSharedCode } from '../format/tokens.ts';
import type { QueryToken } from '../format/tokens.ts';

/** Where and how often a page contains a phrase. */
export interface Occurrence {
  inHeading: boolean;
  count: number;
}

/** How many tokens are loaded at once; a phrase of six characters needs no more. */
const atOnce = 3;
/** With so few pages left, compare their texts: they will be shown anyway. */
const few = 10;

/** The pages that contain the folded phrase. */
export async function pagesWith(
  index: SearchIndex,
  engine: Engine,
  phrase: string,
): Promise<Map<number, Occurrence>> {
  const tokens = byRarity(index, queryTokensOf(phrase));
  const [first, ...others] = tokens;
  if (!first || [...phrase].some((character) => commonnessOf(index.catalogue, character) === 0))
    return new Map();
  await Promise.all(tokens.slice(0, atOnce).map(({ token }) => engine.prepare(token)));
  const rarest = await engine.places([first.token]);
  let starts: WordPositions = new Map(
    [...rarest].map(([page, places]) => [page, places.map((place) => place - first.offset)]),
  );
  for (const [at, token] of others.entries()) {
    if (starts.size === 0) break;
    if (at + 1 >= atOnce && starts.size <= few) {
      await Promise.all([...starts.keys()].map((page) => engine.page(page)));
      starts = await confirmedByText(index, engine, phrase, starts);
      break;
    }
    starts = startsFollowedBy(
      starts,
      token,
      rarest,
      first.token === token.token ? rarest : await engine.places([first.token, token.token]),
    );
  }
  if ([...phrase].some(hasSharedCode)) starts = await confirmedByText(index, engine, phrase, starts);
  return new Map(
    [...starts].map(([page, places]) => [
      page,
      { count: places.length, inHeading: places.some((place) => place >= headingsFrom) },
    ]),
  );
}

/** Pages that contain every one of the terms. */
export async function pagesWithAll(
  index: SearchIndex,
  engine: Engine,
  terms: readonly string[],
): Promise<Map<number, Occurrence>> {
  let left: Map<number, Occurrence> | undefined;
  for (const term of terms) {
    const found = await pagesWith(index, engine, term);
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

/** Rare tokens first: they leave few pages for the next ones. */
export function byRarity({ catalogue }: SearchIndex, tokens: readonly QueryToken[]): QueryToken[] {
  const rarity = ({ pair }: QueryToken): number => {
    const classes = [...pair].map((character) => commonnessOf(catalogue, character));
    return Math.min(...classes) * 20 + classes.reduce((sum, each) => sum + each, 0);
  };
  return [...tokens].sort((a, b) => rarity(a) - rarity(b));
}

/** The starts that this token follows as well. `both` has its positions mixed with those of the rarest token. */
function startsFollowedBy(
  starts: WordPositions,
  token: QueryToken,
  rarest: WordPositions,
  both: WordPositions,
): WordPositions {
  const left: WordPositions = new Map();
  for (const [page, places] of starts) {
    const there = both.get(page);
    if (!there) continue;
    const isThere = new Set(there);
    // Positions of the rarest token are not positions of this one, unless both are the same token.
    if (both !== rarest) for (const place of rarest.get(page) ?? []) isThere.delete(place);
    const held = places.filter((start) => isThere.has(start + token.offset));
    if (held.length > 0) left.set(page, held);
  }
  return left;
}

/** The pages whose own texts contain the phrase. */
async function confirmedByText(
  index: SearchIndex,
  engine: Engine,
  phrase: string,
  starts: WordPositions,
): Promise<WordPositions> {
  const left: WordPositions = new Map();
  for (const [number, places] of starts) {
    const texts = await foldedTexts(index, engine, number);
    if (texts.some((text) => text.includes(phrase))) left.set(number, places);
  }
  return left;
}

/** Whether these letters are a whole word on one of the pages. With many pages, assume so. */
export async function occursAsWord(
  index: SearchIndex,
  engine: Engine,
  letters: string,
  pages: readonly number[],
): Promise<boolean> {
  if (pages.length > few) return true;
  const texts = await Promise.all(pages.map((page) => foldedTexts(index, engine, page)));
  // Without lookbehind, which Safari 15 does not support.
  const word = new RegExp(`(?:^|[^a-z])${letters.replace(/[^a-z ]/g, '.')}(?![a-z])`);
  return texts.flat().some((text) => word.test(text));
}

async function foldedTexts(index: SearchIndex, engine: Engine, number: number): Promise<string[]> {
  const { title, blocks } = await engine.page(number);
  const texts = [title, ...blocks.map(({ text }) => text)];
  const folded = await foldingFor(index, texts);
  return texts.map((text) => folded(text).text);
}
