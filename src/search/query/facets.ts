import { valuesOf } from '../format/page-catalogue.ts';
import type { PageMatch } from './ranking.ts';
import type { SearchIndex } from '../engine/search-index.ts';

/** Filter -> the value that is asked for. */
export type SelectedFilters = Readonly<Record<string, string>>;

export interface Facet {
  name: string;
  /** Values that still have pages under the other filters. */
  options: { value: string; count: number }[];
}

export const sortings = ['relevance', 'day'] as const;
export type Sorting = (typeof sortings)[number];

/** The matches that pass every filter, in the order asked for. */
export function filterMatches(
  shelf: SearchIndex,
  matches: readonly PageMatch[],
  chosen: SelectedFilters,
  sorting: Sorting,
): PageMatch[] {
  const left = matches.filter(({ page }) => passes(shelf, page, chosen));
  if (sorting === 'relevance') return left;
  return left.sort(
    (a, b) => (shelf.days[b.page] ?? '').localeCompare(shelf.days[a.page] ?? '') || a.page - b.page,
  );
}

/** Every filter with the counts its values would give, the other filters as they are. */
export function facetsOf(
  shelf: SearchIndex,
  matches: readonly PageMatch[],
  chosen: SelectedFilters,
): Facet[] {
  return Object.keys(shelf.catalogue.filters).map((name) => {
    const { [name]: _, ...others } = chosen;
    const values = shelf.catalogue.filters[name]?.values ?? [];
    const counts = new Map<string, number>();
    for (const { page } of matches) {
      if (!passes(shelf, page, others)) continue;
      for (const number of pagesValues(shelf, name)[page] ?? []) {
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

function passes(shelf: SearchIndex, page: number, chosen: SelectedFilters): boolean {
  return Object.entries(chosen).every(([name, value]) => {
    const number = shelf.catalogue.filters[name]?.values.indexOf(value) ?? -1;
    return pagesValues(shelf, name)[page]?.includes(number) ?? false;
  });
}

const columns = new WeakMap<SearchIndex, Map<string, number[][]>>();

/** A column read once. */
function pagesValues(shelf: SearchIndex, name: string): number[][] {
  const known = columns.get(shelf) ?? new Map<string, number[][]>();
  columns.set(shelf, known);
  const column = known.get(name) ?? valuesOf(shelf.catalogue, name);
  known.set(name, column);
  return column;
}
