/** Pagination of long lists. */

export interface ListPage<T> {
  items: T[];
  /** From 1. */
  number: number;
  /** Pages in all. */
  of: number;
  /** Items in all. */
  total: number;
}

/** Entries per page. Lists that are read as a whole stay on one page. */
export const perPage = { pictured: 12, plain: 30, whole: Number.MAX_SAFE_INTEGER } as const;

/** An empty list still has one page, which says that there is nothing yet. */
export function paginate<T>(items: readonly T[], size: number): ListPage<T>[] {
  const of = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: of }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    of,
    total: items.length,
  }));
}

/** `/activities/` is the first page, `/activities/page/2/` the second. */
export const pageAddress = (list: string, number: number): string =>
  number === 1 ? list : `${list}page/${String(number)}/`;

/** The parameter for a route `[...page].astro`: undefined for the first page, then `page/2`. */
export const pageParam = ({ number }: { number: number }): string | undefined =>
  number === 1 ? undefined : `page/${String(number)}`;

/** The page numbers in a pager: both ends and the neighbours, with `null` for a gap. */
export function pageNumbers(current: number, of: number): (number | null)[] {
  const shown = [...new Set([1, current - 1, current, current + 1, of])].filter((n) => n >= 1 && n <= of);
  return shown.flatMap((number, index) => {
    const before = shown[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}
