import { valuesOf } from '../format/page-catalogue.ts';
import type { PageMatch } from './ranking.ts';
import type { SearchIndex } from '../engine/search-index.ts';

/** Filter -> the selected value. */
export type SelectedFilters = Readonly<Record<string, string>>;

export interface Facet {
  name: string;
  /** Values that still have pages with the other filters. */
  options: { value: string; count: number }[];
}

export const sortings = ['relevance', 'day'] as const;
export type Sorting = (typeof sortings)[number];

/** The matches that pass every filter, in the selected order. */
export function filterMatches(
  index: SearchIndex,
  matches: readonly PageMatch[],
  selected: SelectedFilters,
  sorting: Sorting,
): PageMatch[] {
  const left = matches.filter(({ page }) => passes(index, page, selected));
  if (sorting === 'relevance') return left;
  return left.sort(
    (a, b) => (index.days[b.page] ?? '').localeCompare(index.days[a.page] ?? '') || a.page - b.page,
  );
}

/** Every filter with the number of pages that each value would leave, with the other filters as they are. */
export function facetsOf(
  index: SearchIndex,
  matches: readonly PageMatch[],
  selected: SelectedFilters,
): Facet[] {
  return Object.keys(index.catalogue.filters).map((name) => {
    const { [name]: _, ...others } = selected;
    const values = index.catalogue.filters[name]?.values ?? [];
    const counts = new Map<string, number>();
    for (const { page } of matches) {
      if (!passes(index, page, others)) continue;
      for (const number of pagesValues(index, name)[page] ?? []) {
        const value = values[number] ?? '';
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const options = [...counts].map(([value, count]) => ({ value, count }));
    return { name, options: options.sort(name === 'year' ? newestFirst : mostFirst) };
  });
}

interface Option {
  value: string;
  count: number;
}
const newestFirst = (a: Option, b: Option): number => b.value.localeCompare(a.value);
const mostFirst = (a: Option, b: Option): number => b.count - a.count || a.value.localeCompare(b.value);

function passes(index: SearchIndex, page: number, selected: SelectedFilters): boolean {
  return Object.entries(selected).every(([name, value]) => {
    const number = index.catalogue.filters[name]?.values.indexOf(value) ?? -1;
    return pagesValues(index, name)[page]?.includes(number) ?? false;
  });
}

const columns = new WeakMap<SearchIndex, Map<string, number[][]>>();

/** Reads a column once for each index. */
function pagesValues(index: SearchIndex, name: string): number[][] {
  const known = columns.get(index) ?? new Map<string, number[][]>();
  columns.set(index, known);
  const column = known.get(name) ?? valuesOf(index.catalogue, name);
  known.set(name, column);
  return column;
}
