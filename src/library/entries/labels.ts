import { feedPlace } from '../../model/define-collection.ts';
import { collectionOf, inOrder, listNames } from '../../model/collections.ts';
import type { CollectionName, Collections, ListName } from '../../model/collections.ts';

export type FieldName<N extends CollectionName> = keyof Collections[N]['fields'] & string;

/** The label of a field: the same in the editors' form and next to its value on a page. */
export function labelOf<N extends CollectionName>(name: N, field: FieldName<N>): string {
  return collectionOf(name).fields[field]?.label ?? field;
}

/** The label of a choice: `repealed` -> 废止. */
export function choiceLabel<N extends CollectionName>(name: N, field: FieldName<N>, value: string): string {
  return choicesOf(name, field)[value] ?? value;
}

/** All choices of a field in the model's order: stored value -> label. */
export function choicesOf(name: CollectionName, field: string): Readonly<Record<string, string>> {
  const found = collectionOf(name).fields[field];
  return found?.kind === 'choice' ? found.options : {};
}

export const topicLabel = (topic: string): string => choiceLabel('activities', 'topics', topic);

/** Collections that have lists, in the order of the navigation. */
export const sections = listNames;
export type Section = ListName;

/** Sections that have a feed. */
export const feedSections = inOrder(feedPlace) as readonly Section[];

export const hasFeed = (section: Section): boolean => feedSections.includes(section);

export interface SectionWords {
  section: Section;
  label: string;
  description: string;
  counter: string;
  /** 栏目类别 of the page tags. */
  type: string | undefined;
  address: string;
}

export function wordsOf(section: Section): SectionWords {
  const { label, description, counter, columnType } = collectionOf(section);
  return { section, label, description, counter, type: columnType, address: `/${section}/` };
}
