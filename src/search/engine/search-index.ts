import { daysOf, foldedTitles, mayBeVariant } from '../format/page-catalogue.ts';
import type { Catalogue } from '../format/page-catalogue.ts';
import { indexHashOf, matchesChecksum, loadPagefindEntry } from '../format/pagefind-entry.ts';
import { fold } from '../format/fold.ts';
import type { Folded, Variants } from '../format/fold.ts';
import { memoize } from './memoize.ts';
import { jsonOf, verifiedFetch } from './verified-fetch.ts';

/** What search has beside the engine: the catalogue at once, the tables when a question needs them. */
export interface SearchIndex {
  base: string;
  /** The name of the index, which changes with it. */
  index: string;
  /** When the reader turned to search: the engine takes the same, so that both speak of one release. */
  stamp: string;
  catalogue: Catalogue;
  /** Folded titles and days, by page number. */
  titles: string[];
  days: string[];
  /** Loads `pagefind/<kind>.<index>.json` once. */
  table<T>(kind: string): Promise<T>;
}

let stamp = String(Date.now());
export const currentStamp = (): string => stamp;

const searchIndexes = new Map<string, Promise<SearchIndex>>();

/** Small enough to load when the reader first turns to search. `base` has slashes at both ends. */
export const openSearchIndex = (base: string): Promise<SearchIndex> =>
  memoize(searchIndexes, base, () => open(base));

/**
 * Does something with the index, and once more when it failed because the site has gone on to another release: what
 * is remembered of the old one then goes, and `isAnew` says so.
 */
export async function acrossReleases<T>(base: string, act: (isAnew: boolean) => Promise<T>): Promise<T> {
  const before = await searchIndexes.get(base)?.catch(() => undefined);
  try {
    return await act(false);
  } catch (error) {
    const shelf = before ?? (await searchIndexes.get(base)?.catch(() => undefined));
    if (!shelf || !(await isOutdated(shelf))) throw error;
    stamp = String(Date.now());
    searchIndexes.delete(base);
    return act(true);
  }
}

/** Whether the site has another index by now. Without a connection nobody knows, and nothing is given up. */
export const isOutdated = ({ base, index }: SearchIndex): Promise<boolean> =>
  loadPagefindEntry(`${base}pagefind/`, String(Date.now())).then(
    (entry) => indexHashOf(entry) !== index,
    () => false,
  );

async function open(base: string): Promise<SearchIndex> {
  const folder = `${base}pagefind/`;
  const opened = stamp;
  const entry = await loadPagefindEntry(folder, opened);
  const index = indexHashOf(entry);
  const tables = new Map<string, Promise<unknown>>();
  const table = <T>(kind: string): Promise<T> => {
    const name = `${kind}.${index}.json`;
    const load = () =>
      verifiedFetch(folder + name, (bytes) => matchesChecksum(entry, name, bytes)).then(jsonOf);
    return memoize(tables, kind, load) as Promise<T>;
  };
  const catalogue = await table<Catalogue>('catalogue');
  return {
    base,
    index,
    stamp: opened,
    catalogue,
    titles: foldedTitles(catalogue),
    days: daysOf(catalogue),
    table,
  };
}

/** Folds what was typed. The table of variants is loaded only when a character occurs nowhere as it stands. */
export async function foldQuery(shelf: SearchIndex, query: string): Promise<string> {
  const plain = fold(query).text;
  const isKnown = ![...plain].some((character) => mayBeVariant(shelf.catalogue, character));
  return isKnown ? plain : fold(query, await variantsOf(shelf)).text;
}

/** How the texts of a page are folded: with the table only when the page itself writes in variants. */
export async function folderFor(
  shelf: SearchIndex,
  texts: readonly string[],
): Promise<(text: string) => Folded> {
  const writesVariants = texts.some((text) =>
    [...text].some((character) => mayBeVariant(shelf.catalogue, character)),
  );
  const table = writesVariants ? await variantsOf(shelf) : undefined;
  return (text) => fold(text, table);
}

const variants = new WeakMap<SearchIndex, Variants>();

export async function variantsOf(shelf: SearchIndex): Promise<Variants> {
  const written = await shelf.table<[string, string]>('variants');
  const known = variants.get(shelf) ?? readVariants(written);
  variants.set(shelf, known);
  return known;
}

/** The table as it is written, see variants.ts. */
function readVariants([from, to]: readonly [string, string]): Variants {
  const chosen = [...to];
  return new Map([...from].map((variant, index) => [variant, chosen[index] ?? variant]));
}
