import { commonnessOf } from './catalogue.ts';
import type { Engine, Places } from './engine.ts';
import type { Shelf } from './shelf.ts';
import { folderFor } from './shelf.ts';
import { headingsFrom, piecesOf } from './tokens.ts';
import type { Piece } from './tokens.ts';

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
  shelf: Shelf,
  engine: Engine,
  phrase: string,
): Promise<Map<number, Occurrence>> {
  const pieces = byRarity(shelf, piecesOf(phrase));
  const [first, ...others] = pieces;
  if (!first || [...phrase].some((character) => commonnessOf(shelf.catalogue, character) === 0))
    return new Map();
  await Promise.all(pieces.slice(0, atOnce).map(({ token }) => engine.prepare(token)));
  const rarest = await engine.places([first.token]);
  let starts: Places = new Map(
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
  return new Map(
    [...starts].map(([page, places]) => [
      page,
      { count: places.length, inHeading: places.some((place) => place >= headingsFrom) },
    ]),
  );
}

/** Rare pieces first: they leave few pages for the next ones. */
export function byRarity({ catalogue }: Shelf, pieces: readonly Piece[]): Piece[] {
  const rarity = ({ pair }: Piece): number => {
    const classes = [...pair].map((character) => commonnessOf(catalogue, character));
    return Math.min(...classes) * 20 + classes.reduce((sum, each) => sum + each, 0);
  };
  return pieces.toSorted((a, b) => rarity(a) - rarity(b));
}

/** The starts at which this piece stands too. `both` has its places among those of the rarest piece. */
function followed(starts: Places, piece: Piece, rarest: Places, both: Places): Places {
  const left: Places = new Map();
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
async function confirmed(shelf: Shelf, engine: Engine, phrase: string, starts: Places): Promise<Places> {
  const left: Places = new Map();
  for (const [number, places] of starts) {
    const { title, blocks } = await engine.page(number);
    const texts = [title, ...blocks.map(({ text }) => text)];
    const folded = await folderFor(shelf, texts);
    if (texts.some((text) => folded(text).text.includes(phrase))) left.set(number, places);
  }
  return left;
}
