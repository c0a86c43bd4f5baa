import { isTooLong, longestPart } from '../../search/format/query-text.ts';
import { sortings } from '../../search/query/facets.ts';
import type { SelectedFilters, Sorting } from '../../search/query/facets.ts';

/** What the address of the search page contains: the words, the filters, the order. */
export interface SearchRequest {
  query: string;
  filters: SelectedFilters;
  sorting: Sorting;
  /** The query was longer than the limit. */
  isCut?: boolean;
}

/** The words under `q`, the order under `sort`, and each filter under its own name. */
export function requestFromAddress(search: string): SearchRequest {
  const { q = '', sort, ...filters } = Object.fromEntries(new URLSearchParams(search));
  return {
    ...limitQuery(q),
    filters: Object.fromEntries(Object.entries(filters).filter(([name]) => filterNames.has(name))),
    sorting: sortings.find((each) => each === sort) ?? 'relevance',
  };
}

/** Limits a query to a length that every server accepts in an address. */
export const limitQuery = (typed: string): Pick<SearchRequest, 'query' | 'isCut'> => ({
  query: longestPart(typed),
  ...(isTooLong(typed) ? { isCut: true } : {}),
});

export function addressOfRequest({ query, filters, sorting }: SearchRequest): string {
  const parameters = new URLSearchParams({
    ...(query === '' ? {} : { q: query }),
    ...filters,
    ...(sorting === 'relevance' ? {} : { sort: sorting }),
  });
  return `?${parameters.toString()}`;
}

/** The filters and their labels, in the order of display. */
export const filterLabels: Readonly<Record<string, string>> = {
  section: '栏目',
  year: '年份',
  org: '单位',
  topic: '专题',
  state: '有效性',
};
const filterNames = new Set(Object.keys(filterLabels));
