import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { readEntryValues } from '../../../src/model/front-matter/entry-file.ts';
import { contentRoot } from './entry-paths.ts';
import { rankOf } from './search-rank.ts';
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
/** Parsed front matter by blob id. */
const valuesById = new Map<string, Values>();

/** Published entries of a collection, newest first; with a search, best match first. */
export async function listEntries(
  store: Store,
  collection: string,
  request: ListRequest = {},
): Promise<EntryPage> {
  const all = await readEntries(store, collection);
  const dated = datedFields(collection);
  const { search = '' } = request;
  const description = isCollectionName(collection) ? collectionOf(collection) : undefined;
  const titleField = description?.title ?? 'title';
  const found = all
    .filter(({ values }) => matches(values, request.filter ?? {}, dated))
    .flatMap((entry) => {
      const { data, values } = entry;
      const rank = rankOf(
        { title: plain(values[titleField]), slug: plain(values['slug']), text: data },
        search,
      );
      return rank === undefined ? [] : [{ ...entry, rank }];
    });
  // An explicit sort order replaces the ranking.
  const ranked = request.sort === undefined;
  const { field, direction } = request.sort ?? { field: description?.date ?? titleField };
  const sign = (direction ?? (description?.date === field ? 'desc' : 'asc')).startsWith('desc') ? -1 : 1;
  found.sort(
    (a, b) =>
      (ranked ? a.rank - b.rank : 0) ||
      sign * compare(a.values[field], b.values[field]) ||
      compare(a.file.path, b.file.path),
  );

  const pageSize = clamp(request.pageSize ?? Math.max(found.length, 1), 1, 100_000);
  const page = clamp(request.page ?? 1, 1, Math.max(1, Math.ceil(found.length / pageSize)));
  const entries = found
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ file, data }) => ({ file, data }));
  const more = Math.max(0, found.length - page * pageSize);
  return { entries, total: found.length, more, page, pageSize };
}

async function readEntries(store: Store, collection: string): Promise<(ListedEntry & { values: Values })[]> {
  if (!isCollectionName(collection)) return [];
  const listing = await store.snapshots.listing(await mainCommit(store));
  const texts = [...listing].filter(
    ([path]) => path.startsWith(`${collection}/`) && path.endsWith('/index.md'),
  );
  return Promise.all(
    texts.map(async ([path, { id }]) => {
      const data = await store.snapshots.text(id);
      return { file: { path: `${contentRoot}/${path}`, id }, data, values: valuesOf(collection, id, data) };
    }),
  );
}

function valuesOf(collection: string, id: string, text: string): Values {
  const known = valuesById.get(id);
  if (known) return known;
  if (!isCollectionName(collection)) return {};
  let values: Values = {};
  try {
    // Without the body: it is not used for sorting or filtering, and needs memory.
    const { body: _, ...rest } = readEntryValues(collectionOf(collection), text);
    values = rest;
  } catch {
    // An entry with unparseable front matter is still listed.
  }
  if (valuesById.size > 50_000) valuesById.clear();
  valuesById.set(id, values);
  return values;
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

const pinyin = new Intl.Collator('zh-Hans-CN', { numeric: true });

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return pinyin.compare(plain(a), plain(b));
}

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? Math.floor(value) : least));
