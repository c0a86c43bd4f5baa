import type { DataOf, Fields } from './fields.ts';

/**
 * The type of each description, by name. `collections.generated.ts` adds a line for each file in `collections/`. It is
 * not imported here: a description imports its rules, and a rule names the data of other collections.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled in collections.generated.ts
export interface Collections {}

export type CollectionName = keyof Collections;

/** The data of an entry that the checker has accepted. */
export type Data<N extends CollectionName> = DataIn<Collections[N]>;
type DataIn<C> = C extends { fields: infer F extends Fields } ? DataOf<F> : never;
