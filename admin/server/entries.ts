import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import { readEntryValues } from '../../src/model/entry-file.ts';
import { root } from './places.ts';
import { mainTip } from './store.ts';
import type { Store } from './store.ts';

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

export interface EntryPage {
  entries: ListedEntry[];
  total: number;
  page: number;
  pageSize: number;
}

type Values = Readonly<Record<string, unknown>>;
/** Front matter that was read once; a text with the same id has the same values. */
const valuesById = new Map<string, Values>();

/** Every published entry of a collection, newest first. */
export async function entriesIn(
  store: Store,
  collection: string,
  request: ListRequest = {},
): Promise<EntryPage> {
  const all = await readEntries(store, collection);
  const words = (request.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(
    ({ data, values }) =>
      words.every((word) => data.toLowerCase().includes(word)) && matches(values, request.filter ?? {}),
  );
  const description = isCollectionName(collection) ? collectionOf(collection) : undefined;
  const { field, direction } = request.sort ?? { field: description?.date ?? description?.title ?? 'title' };
  const sign = (direction ?? (description?.date === field ? 'desc' : 'asc')).startsWith('desc') ? -1 : 1;
  found.sort((a, b) => sign * compare(a.values[field], b.values[field]) || compare(a.file.path, b.file.path));

  const pageSize = clamp(request.pageSize ?? Math.max(found.length, 1), 1, 100_000);
  const page = clamp(request.page ?? 1, 1, Math.max(1, Math.ceil(found.length / pageSize)));
  const entries = found
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ file, data }) => ({ file, data }));
  return { entries, total: found.length, page, pageSize };
}

async function readEntries(store: Store, collection: string): Promise<(ListedEntry & { values: Values })[]> {
  if (!isCollectionName(collection)) return [];
  const listing = await store.snapshots.listing(await mainTip(store));
  const texts = [...listing].filter(
    ([path]) => path.startsWith(`${collection}/`) && path.endsWith('/index.md'),
  );
  return Promise.all(
    texts.map(async ([path, { id }]) => {
      const data = await store.snapshots.text(id);
      return { file: { path: `${root}/${path}`, id }, data, values: valuesOf(collection, id, data) };
    }),
  );
}

function valuesOf(collection: string, id: string, text: string): Values {
  const known = valuesById.get(id);
  if (known) return known;
  if (!isCollectionName(collection)) return {};
  let values: Values = {};
  try {
    // The body is not sorted or filtered by, and would be held twice.
    const { body: _, ...rest } = readEntryValues(collectionOf(collection), text);
    values = rest;
  } catch {
    // A text whose front matter cannot be read still stands in the list, under its file's name.
  }
  if (valuesById.size > 50_000) valuesById.clear();
  valuesById.set(id, values);
  return values;
}

function matches(values: Values, filter: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    const value = values[field];
    if (Array.isArray(value)) return value.includes(wanted);
    // A year finds its days: `2026` of `2026-01-31`.
    return (
      value === wanted ||
      (/^\d{4}(-\d{2})?$/.test(String(wanted)) && String(value).startsWith(`${String(wanted)}-`))
    );
  });
}

const pinyin = new Intl.Collator('zh-Hans-CN', { numeric: true });

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return pinyin.compare(plain(a), plain(b));
}

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? Math.floor(value) : least));
