import type { CollectionName, Data } from '../../model/collections.ts';

/**
 * An entry as input for the ledger functions: plain data, so tests can write it by hand. An `Article` of
 * queries.ts is also a Row; what Astro adds to an entry (pictures, the body) is left out.
 */
export interface Row<N extends CollectionName> {
  slug: string;
  /** Before any base path. */
  address: string;
  data: Readonly<Omit<Data<N>, 'cover' | 'emblem' | 'officialMark' | 'body'>>;
}

/** All rows, for functions that need several collections. */
export type Ledgers = { readonly [N in CollectionName]: readonly Row<N>[] };

/** One element of a list field: a decision, an item, a record. */
export type Part<N extends CollectionName, K extends keyof Data<N>> =
  NonNullable<Data<N>[K]> extends readonly (infer P)[] ? P : never;
