import type { CollectionName, Data } from '../../model/collections.ts';

/**
 * An entry as the ledgers' questions take it: plain data, so that they can be asked in a test. The `Article` of
 * queries is one; what Astro makes of an entry (pictures, the body) is left out.
 */
export interface Row<N extends CollectionName> {
  slug: string;
  /** Before any base path. */
  address: string;
  data: Readonly<Omit<Data<N>, 'cover' | 'emblem' | 'officialMark' | 'body'>>;
}

/** Everything at once, for questions that go across collections. */
export type Ledgers = { readonly [N in CollectionName]: readonly Row<N>[] };

/** One part of a list: a decision, an item, a record. */
export type Part<N extends CollectionName, K extends keyof Data<N>> =
  NonNullable<Data<N>[K]> extends readonly (infer P)[] ? P : never;
