import { feedPlace } from '../../model/define-collection.ts';
import { collectionOf, inOrder, listNames } from '../../model/collections.ts';
import type { CollectionName, Collections, ListName } from '../../model/collections.ts';

export type FieldName<N extends CollectionName> = keyof Collections[N]['fields'] & string;

/** What a field is called on the editors' form is what readers see beside its value. */
export function labelOf<N extends CollectionName>(name: N, field: FieldName<N>): string {
  return collectionOf(name).fields[field]?.label ?? field;
}

/** The words of a choice: `repealed` -> 废止. */
export function choiceLabel<N extends CollectionName>(name: N, field: FieldName<N>, value: string): string {
  return choicesOf(name, field)[value] ?? value;
}

/** All choices of a field in the model's order: what is stored -> what people see. */
export function choicesOf(name: CollectionName, field: string): Readonly<Record<string, string>> {
  const found = collectionOf(name).fields[field];
  return found?.kind === 'choice' ? found.options : {};
}

export const topicLabel = (topic: string): string => choiceLabel('activities', 'topics', topic);

/** Collections that have lists, in the order readers meet them. */
export const sections = listNames;
export type Section = ListName;

/** Sections whose newest entries readers may want sent to them. */
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
