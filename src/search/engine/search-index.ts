import { daysOf, foldedTitles, mayBeVariant } from '../format/page-catalogue.ts';
import type { Catalogue } from '../format/page-catalogue.ts';
import { indexHashOf, matchesChecksum, loadPagefindEntry } from '../format/pagefind-entry.ts';
import { fold } from '../format/fold.ts';
import type { Folded, Variants } from '../format/fold.ts';
import { memoize } from './memoize.ts';
import { jsonOf, verifiedFetch } from './verified-fetch.ts';

/** What search needs besides the engine: the catalogue at once, the tables when a query needs them. */
export interface SearchIndex {
  base: string;
  /** The hash of the index; also the name of its files. */
  hash: string;
  /** When the reader opened search. The engine uses the same stamp, so both belong to one release. */
  stamp: string;
  catalogue: Catalogue;
  /** Folded titles and days, by page number. */
  titles: string[];
  days: string[];
  /** Loads `pagefind/<kind>.<hash>.json` once. */
  table<T>(kind: string): Promise<T>;
}

let stamp = String(Date.now());
export const currentStamp = (): string => stamp;

const searchIndexes = new Map<string, Promise<SearchIndex>>();

/** Small enough to load when the reader first opens search. `base` has slashes at both ends. */
export const openSearchIndex = (base: string): Promise<SearchIndex> =>
  memoize(searchIndexes, base, () => open(base));

/**
 * Runs something that needs the index, and runs it again when it failed because the site has a new release. Then the
 * old index is dropped, and `isRetry` is true.
 */
export async function retryOnNewRelease<T>(base: string, act: (isRetry: boolean) => Promise<T>): Promise<T> {
  const before = await searchIndexes.get(base)?.catch(() => undefined);
  try {
    return await act(false);
  } catch (error) {
    const known = before ?? (await searchIndexes.get(base)?.catch(() => undefined));
    if (!known || !(await isOutdated(known))) throw error;
    stamp = String(Date.now());
    searchIndexes.delete(base);
    return act(true);
  }
}

/** Whether the site has another index by now. False without a connection: then the old one stays in use. */
export const isOutdated = ({ base, hash }: SearchIndex): Promise<boolean> =>
  loadPagefindEntry(`${base}pagefind/`, String(Date.now())).then(
    (entry) => indexHashOf(entry) !== hash,
    () => false,
  );

async function open(base: string): Promise<SearchIndex> {
  const folder = `${base}pagefind/`;
  const opened = stamp;
  const entry = await loadPagefindEntry(folder, opened);
  const hash = indexHashOf(entry);
  const tables = new Map<string, Promise<unknown>>();
  const table = <T>(kind: string): Promise<T> => {
    const name = `${kind}.${hash}.json`;
    const load = () =>
      verifiedFetch(folder + name, (bytes) => matchesChecksum(entry, name, bytes)).then(jsonOf);
    return memoize(tables, kind, load) as Promise<T>;
  };
  const catalogue = await table<Catalogue>('catalogue');
  return {
    base,
    hash,
    stamp: opened,
    catalogue,
    titles: foldedTitles(catalogue),
    days: daysOf(catalogue),
    table,
  };
}

/** Folds what was typed. Loads the table of variants only when one of the characters occurs nowhere on the site. */
export async function foldQuery(index: SearchIndex, query: string): Promise<string> {
  const plain = fold(query).text;
  const isKnown = ![...plain].some((character) => mayBeVariant(index.catalogue, character));
  return isKnown ? plain : fold(query, await variantsOf(index)).text;
}

/** How the texts of a page are folded: with the table of variants only when the page contains variants. */
export async function foldingFor(
  index: SearchIndex,
  texts: readonly string[],
): Promise<(text: string) => Folded> {
  const writesVariants = texts.some((text) =>
    [...text].some((character) => mayBeVariant(index.catalogue, character)),
  );
  const table = writesVariants ? await variantsOf(index) : undefined;
  return (text) => fold(text, table);
}

const variants = new WeakMap<SearchIndex, Variants>();

export async function variantsOf(index: SearchIndex): Promise<Variants> {
  const written = await index.table<[string, string]>('variants');
  const known = variants.get(index) ?? readVariants(written);
  variants.set(index, known);
  return known;
}

/** Reads the table that variants.ts writes. */
function readVariants([from, to]: readonly [string, string]): Variants {
  const chosen = [...to];
  return new Map([...from].map((variant, index) => [variant, chosen[index] ?? variant]));
}
