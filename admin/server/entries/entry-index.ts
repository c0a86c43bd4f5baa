import { collectionOf } from '../../../src/model/collections.ts';
import type { CollectionName } from '../../../src/model/collections.ts';
import { contentRoot } from './entry-paths.ts';
import { rankedParts } from './search-rank.ts';
import type { RankedParts } from './search-rank.ts';
import type { Listing } from '../git/content-snapshots.ts';
import type { Store } from '../git/content-store.ts';

type Values = Readonly<Record<string, unknown>>;

/** A published entry, ready for lists and searches. */
export interface IndexedEntry {
  path: string;
  id: string;
  data: string;
  values: Values;
  /** Made at the first search. */
  ranked(): RankedParts;
}

/** The entries of one collection in one version of main. */
export interface EntryIndex {
  entries: readonly IndexedEntry[];
  /** All entries by a field, upwards. Sorted once, because sorting by pinyin takes longer than everything else. */
  sortedBy(field: string): readonly IndexedEntry[];
}

const indexes = new WeakMap<Listing, Map<string, Promise<EntryIndex>>>();
/** By blob: an entry stays the same in the next version of main. */
const entriesById = new Map<string, IndexedEntry>();
const mostEntries = 30_000;

/** Collected once for each version of main; the listing of main is the same object until main changes. */
export function entryIndex(store: Store, listing: Listing, collection: CollectionName): Promise<EntryIndex> {
  const known = indexes.get(listing) ?? new Map<string, Promise<EntryIndex>>();
  indexes.set(listing, known);
  const index = known.get(collection) ?? readIndex(store, listing, collection);
  known.set(collection, index);
  index.catch(() => known.delete(collection));
  return index;
}

async function readIndex(store: Store, listing: Listing, collection: CollectionName): Promise<EntryIndex> {
  const texts = [...listing]
    .filter(([path]) => path.startsWith(`${collection}/`) && path.endsWith('/index.md'))
    .map(([path, { id }]) => ({ path, id }));
  const readings = store.readings.all(texts);
  if (entriesById.size > mostEntries) entriesById.clear();
  const entries = await Promise.all(
    texts.map(async ({ path, id }, at): Promise<IndexedEntry> => {
      const key = `${id} ${path}`;
      const known = entriesById.get(key);
      if (known) return known;
      const { values } = await readings[at]!;
      const entry = indexed(collection, path, id, await store.snapshots.text(id), values);
      entriesById.set(key, entry);
      return entry;
    }),
  );
  const sorted = new Map<string, readonly IndexedEntry[]>();
  return {
    entries,
    sortedBy: (asked) => {
      // By an unknown field, all are equal.
      const field = Object.hasOwn(collectionOf(collection).fields, asked) ? asked : '';
      const list =
        sorted.get(field) ??
        entries.toSorted((a, b) => compare(a.values[field], b.values[field]) || compare(a.path, b.path));
      sorted.set(field, list);
      return list;
    },
  };
}

function indexed(
  collection: CollectionName,
  path: string,
  id: string,
  data: string,
  values: Values,
): IndexedEntry {
  let parts: RankedParts | undefined;
  const title = plain(values[collectionOf(collection).title]);
  return {
    path: `${contentRoot}/${path}`,
    id,
    data,
    values,
    ranked: () => (parts ??= rankedParts({ title, slug: plain(values['slug']), text: data })),
  };
}

const pinyin = new Intl.Collator('zh-Hans-CN', { numeric: true });

export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  // Ten thousand days sorted by pinyin take a fifth of a second.
  if (isDay(a) && isDay(b)) return a === b ? 0 : a < b ? -1 : 1;
  return pinyin.compare(plain(a), plain(b));
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value);

export const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
