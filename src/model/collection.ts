import type { DataOf, Fields } from './fields.ts';
import { formerly } from './formerly.ts';
import type { WithShared } from './formerly.ts';

/** One kind of content, described once. */
export interface Collection<F extends Fields = Fields> {
  /** Folder under content/ and first part of the address. */
  name: string;
  label: string;
  /** One sentence for the list page and for editors. */
  description: string;
  /** Measure word for counts: 共 12 篇. */
  counter: string;
  /** The field shown as the entry's name. */
  title: keyof F & string;
  /** The day or moment the entry belongs to: sorts newest first, gives the list its years. */
  date?: keyof F & string;
  /** Under which year an entry's folder and address stand; needs `date`. */
  byYear?: true;
  /** There is one such entry and it has no list: the site's settings. This is its address. */
  single?: string;
  /** A single entry may be missing as long as these collections are empty. */
  neededWith?: readonly string[];
  fields: F;
}

/**
 * Keeps the literal types of a description, so that `EntryData` can be read off it, and adds what all collections
 * share. A single entry stands at one address for good.
 */
export function defineCollection<const F extends Fields>(
  collection: Collection<F>,
): Collection<WithShared<F>> {
  const shared = collection.single === undefined ? { formerly } : {};
  return { ...collection, fields: { ...collection.fields, ...shared } as WithShared<F> } as Collection<
    WithShared<F>
  >;
}

export type EntryData<C> = C extends Collection<infer F> ? DataOf<F> : never;
