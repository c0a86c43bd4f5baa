import type { Entry } from '../check/checked-entry.ts';
import type { CollectionName, Collections, Data } from '../collection-types.ts';
import { isAfter } from '../calendar-days.ts';

/** What a rule sees of an entry. A field that was wrong by itself is missing here and has its sentence already. */
export type RuleEntry<N extends CollectionName = CollectionName> = Omit<Entry, 'collection' | 'data'> & {
  collection: N;
  data: Draft<Data<N>>;
};

/** Every field, and every field of a part, may be missing. */
type Draft<T> = { readonly [K in keyof T]?: DraftValue<NonNullable<T[K]>> };
type DraftValue<V> = V extends readonly (infer P)[]
  ? readonly (P extends string ? P : Draft<P>)[]
  : V extends object
    ? Readonly<V>
    : V;

/** One part of a list, as a rule sees it. */
export type PartOf<N extends CollectionName, K extends keyof Data<N>> =
  NonNullable<RuleEntry<N>['data'][K]> extends readonly (infer P)[] ? P : never;

/** All content, for rules between entries. */
export interface RuleContext {
  all<N extends CollectionName>(name: N): readonly RuleEntry<N>[];
  find<N extends CollectionName>(name: N, slug: string | undefined): RuleEntry<N> | undefined;
  /** The moment of the check, or its day where nobody knows the hour; unknown where the caller gave neither. */
  now: string | undefined;
  /** What people see for a stored choice, for sentences: `repealed` -> 废止. */
  wordFor<N extends CollectionName>(
    collection: N,
    path: keyof Collections[N]['fields'] | `${string}.${string}`,
    value: string,
  ): string;
  /** The text of a CSV file beside an entry, where the caller has read it. */
  table(entry: RuleEntry, src: string): string | undefined;
}

export interface Finding {
  /** Place of the field: `outcome`, or `log.2.answer` for what is in the third part. */
  at: string;
  /** A whole sentence. “记录”第 3 项 is put before it where a part is meant. */
  message: string;
}

/** Looks at one entry, and at the others where it must. Says nothing about what it cannot know. */
export type Rule<N extends CollectionName> = (entry: RuleEntry<N>, hub: RuleContext) => Finding[];
export type Rules<N extends CollectionName> = readonly Rule<N>[];

/** The day or moment has not come yet. Never where that of the check is unknown. */
export const isAhead = ({ now }: RuleContext, dayOrMoment: string | undefined): boolean =>
  now !== undefined && dayOrMoment !== undefined && isAfter(dayOrMoment, now);

export const found = (at: string, message: string): Finding => ({ at, message });

/** The finding, if what it says is so. */
export const findingIf = (wrong: boolean, at: string, message: string): Finding[] =>
  wrong ? [found(at, message)] : [];

/** The name of an entry as sentences give it. */
export const nameOf = (entry: RuleEntry): string => `“${entry.data.title ?? entry.slug}”`;
