import type { Entry } from '../check/checked-entry.ts';
import type { CollectionName, Collections, Data } from '../collection-types.ts';

/** An entry as a rule sees it. A field with a problem is missing here, because it is already reported. */
export type RuleEntry<N extends CollectionName = CollectionName> = Omit<Entry, 'collection' | 'data'> & {
  collection: N;
  data: Incomplete<Data<N>>;
};

/** Every field may be missing, in parts as well. */
type Incomplete<T> = { readonly [K in keyof T]?: IncompleteValue<NonNullable<T[K]>> };
type IncompleteValue<V> = V extends readonly (infer P)[]
  ? readonly (P extends string ? P : Incomplete<P>)[]
  : V extends object
    ? Readonly<V>
    : V;

/** A part of a list, as a rule sees it. */
export type PartOf<N extends CollectionName, K extends keyof Data<N>> =
  NonNullable<RuleEntry<N>['data'][K]> extends readonly (infer P)[] ? P : never;

/** All content, for rules between entries. */
export interface RuleContext {
  all<N extends CollectionName>(name: N): readonly RuleEntry<N>[];
  find<N extends CollectionName>(name: N, slug: string | undefined): RuleEntry<N> | undefined;
  /** The entries of a collection that refer to an entry in a relation. Unlike `all`, it does not grow with the hub. */
  referring<N extends CollectionName>(name: N, to: CollectionName, slug: string): readonly RuleEntry<N>[];
  /** The moment of the check, or only its day; undefined if both are unknown. */
  readonly now: string | undefined;
  /** Whether a day or moment is in the future. Never, if the moment of the check is unknown. */
  isAhead(dayOrMoment: string): boolean;
  /** The label of a stored option, for messages: `repealed` -> 废止. */
  wordFor<N extends CollectionName>(
    collection: N,
    path: keyof Collections[N]['fields'] | `${string}.${string}`,
    value: string,
  ): string;
  /** The text of a CSV file in the entry's folder, if the caller has read it. */
  table(entry: RuleEntry, src: string): string | undefined;
}

export interface Finding {
  /** The path of the field: `outcome`, or `log.2.answer` for the answer in the third part. */
  at: string;
  /** A full sentence. For a field in a part, “记录”第 3 项 is added before it. */
  message: string;
}

/** Checks one entry, with the other entries if needed. A rule reports nothing about missing data. */
export type Rule<N extends CollectionName> = (entry: RuleEntry<N>, hub: RuleContext) => Finding[];
export type Rules<N extends CollectionName> = readonly Rule<N>[];

/** Whether a day or moment is in the future; a missing one is not. */
export const isAhead = (hub: RuleContext, dayOrMoment: string | undefined): boolean =>
  dayOrMoment !== undefined && hub.isAhead(dayOrMoment);

export const found = (at: string, message: string): Finding => ({ at, message });

/** A list with the finding, or an empty list. */
export const findingIf = (wrong: boolean, at: string, message: string): Finding[] =>
  wrong ? [found(at, message)] : [];

/** The title of an entry in quotation marks, for messages. */
export const nameOf = (entry: RuleEntry): string => `“${entry.data.title ?? entry.slug}”`;
