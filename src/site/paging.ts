/** Long lists, cut into pages that have addresses. */

export interface ListPage<T> {
  items: T[];
  /** Counted from 1. */
  number: number;
  /** Pages in all. */
  of: number;
  /** Items in all. */
  total: number;
}

export const perPage = { pictured: 12, plain: 30 } as const;

/** An empty list still has one page, which says that there is nothing yet. */
export function pagesOf<T>(items: readonly T[], size: number): ListPage<T>[] {
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

/** What a static route asks for: every page but the first, which has a route of its own. */
export const furtherPages = <T>(
  items: readonly T[],
  size: number,
): { params: { page: string }; props: { page: ListPage<T> } }[] =>
  pagesOf(items, size)
    .slice(1)
    .map((page) => ({ params: { page: String(page.number) }, props: { page } }));

/** The numbers a pager shows: both ends and the neighbourhood, `null` for a gap. */
export function pageNumbers(current: number, of: number): (number | null)[] {
  const shown = [...new Set([1, current - 1, current, current + 1, of])].filter((n) => n >= 1 && n <= of);
  return shown.flatMap((number, index) => {
    const before = shown[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}

export const firstPage = <T>(items: readonly T[], size: number): ListPage<T> => ({
  items: items.slice(0, size),
  number: 1,
  of: Math.max(1, Math.ceil(items.length / size)),
  total: items.length,
});
