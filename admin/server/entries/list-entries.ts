import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import type { CollectionName } from '../../../src/model/collections.ts';
import { compare, entryIndex, plain } from './entry-index.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { queryOf, rankOf } from './search-rank.ts';
import { mainCommit } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

/** An entry in Decap's shape. */
export interface ListedEntry {
  file: { path: string; id: string };
  data: string;
}

export interface ListRequest {
  page?: number | undefined;
  pageSize?: number | undefined;
  search?: string | undefined;
  sort?: { field: string; direction?: string } | undefined;
  filter?: Readonly<Record<string, unknown>> | undefined;
}

/** One page of results. The desk shows “还有 n 条” for `more`. */
export interface EntryPage {
  entries: ListedEntry[];
  /** The number of results on all pages. */
  total: number;
  /** The number of results after this page. */
  more: number;
  page: number;
  pageSize: number;
}

type Values = Readonly<Record<string, unknown>>;

/** Published entries of a collection, newest first; with a search, best match first. */
export async function listEntries(
  store: Store,
  collection: string,
  request: ListRequest = {},
): Promise<EntryPage> {
  if (!isCollectionName(collection)) return { entries: [], total: 0, more: 0, page: 1, pageSize: 1 };
  const index = await entryIndex(store, await store.snapshots.listing(await mainCommit(store)), collection);
  const found = foundIn(index, collection, request);
  const pageSize = clamp(request.pageSize ?? Math.max(found.length, 1), 1, 100_000);
  const page = clamp(request.page ?? 1, 1, Math.max(1, Math.ceil(found.length / pageSize)));
  const entries = found
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ path, id, data }) => ({ file: { path, id }, data }));
  const more = Math.max(0, found.length - page * pageSize);
  return { entries, total: found.length, more, page, pageSize };
}

/** In order: by the requested field, or by match and then by the field that lists use. */
function foundIn(
  index: EntryIndex,
  collection: CollectionName,
  { search = '', sort, filter = {} }: ListRequest,
): IndexedEntry[] {
  const { date, title } = collectionOf(collection);
  const field = sort?.field ?? date ?? title;
  const direction = sort?.direction ?? (date === field ? 'desc' : 'asc');
  const dated = datedFields(collection);
  const fitting = inDirection(index.sortedBy(field), field, direction.startsWith('desc')).filter(
    ({ values }) => matches(values, filter, dated),
  );
  const query = queryOf(search);
  if (query.typed === '') return fitting;
  const ranked = fitting.flatMap((entry) => {
    const rank = rankOf(entry.ranked(), query);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  // An explicit sort order replaces the ranking.
  if (sort === undefined) ranked.sort((a, b) => a.rank - b.rank);
  return ranked.map(({ entry }) => entry);
}

/** Downwards, entries of the same value stay in the order of their files. */
function inDirection(
  upwards: readonly IndexedEntry[],
  field: string,
  isDown: boolean,
): readonly IndexedEntry[] {
  if (!isDown) return upwards;
  const groups: IndexedEntry[][] = [];
  for (const entry of upwards) {
    const group = groups.at(-1);
    if (group && compare(group[0]!.values[field], entry.values[field]) === 0) group.push(entry);
    else groups.push([entry]);
  }
  return groups.reverse().flat();
}

/** Fields that can be filtered by year. Others cannot, because `2026` can also be a slug. */
function datedFields(collection: string): ReadonlySet<string> {
  if (!isCollectionName(collection)) return new Set();
  const fields = Object.entries(collectionOf(collection).fields);
  return new Set(fields.filter(([, { kind }]) => kind === 'day' || kind === 'moment').map(([name]) => name));
}

function matches(
  values: Values,
  filter: Readonly<Record<string, unknown>>,
  dated: ReadonlySet<string>,
): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    const value = values[field];
    if (Array.isArray(value)) return value.includes(wanted);
    // An unquoted slug of digits is parsed as a number.
    if (typeof value === 'number') return String(value) === String(wanted);
    return (
      value === wanted || (dated.has(field) && isYearOrMonth(wanted) && plain(value).startsWith(`${wanted}-`))
    );
  });
}

/** `2026` or `2026-01`. */
const isYearOrMonth = (wanted: unknown): wanted is string =>
  typeof wanted === 'string' && /^\d{4}(-\d{2})?$/.test(wanted);

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? Math.floor(value) : least));
