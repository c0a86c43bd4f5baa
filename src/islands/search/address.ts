import { isTooLong, longestPart } from '../../search/query/query-text.ts';
import { sortings } from '../../search/query/facets.ts';
import type { SelectedFilters, Sorting } from '../../search/query/facets.ts';

/** What the address of the search page carries: the words, the filters, the order. */
export interface Question {
  query: string;
  chosen: SelectedFilters;
  sorting: Sorting;
  /** More was typed than is looked for. */
  isCut?: boolean;
}

/** The words under `q`, the order under `sort`, and each filter under its own name. */
export function questionOfAddress(search: string): Question {
  const { q = '', sort, ...chosen } = Object.fromEntries(new URLSearchParams(search));
  return {
    ...cut(q),
    chosen: Object.fromEntries(Object.entries(chosen).filter(([name]) => filterNames.has(name))),
    sorting: sortings.find((each) => each === sort) ?? 'relevance',
  };
}

/** What is looked for of a text, and can stand in an address that every server takes. */
export const cut = (typed: string): Pick<Question, 'query' | 'isCut'> => ({
  query: longestPart(typed),
  ...(isTooLong(typed) ? { isCut: true } : {}),
});

export function addressOfQuestion({ query, chosen, sorting }: Question): string {
  const parameters = new URLSearchParams({
    ...(query === '' ? {} : { q: query }),
    ...chosen,
    ...(sorting === 'relevance' ? {} : { sort: sorting }),
  });
  return `?${parameters.toString()}`;
}

/** Filters and what they are called, in the order they are shown. */
export const filterLabels: Readonly<Record<string, string>> = {
  section: '栏目',
  year: '年份',
  org: '单位',
  topic: '专题',
  state: '有效性',
};
const filterNames = new Set(Object.keys(filterLabels));
