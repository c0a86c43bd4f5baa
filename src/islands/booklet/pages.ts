import { keepLinesTogether } from './lines.ts';

/**
 * On which page of paper each element of a booklet begins. The booklet is laid out for a moment in columns that are
 * exactly as large as the printed part of a page (booklet-pages.css says both), so that the browser's own rules decide where
 * a column ends, as they do where a page ends; the number of the column is the number of the page. Nothing is painted
 * in between: the class is gone before the browser gets to draw.
 */
export function pagesOf(booklet: HTMLElement, places: readonly HTMLElement[]): number[] {
  booklet.classList.add('booklet--measured');
  try {
    keepLinesTogether(booklet);
    const { left, width } = booklet.getBoundingClientRect();
    const step = width + parseFloat(getComputedStyle(booklet).columnGap);
    return places.map((place) => {
      const [first] = place.getClientRects();
      return first ? Math.floor((first.left - left) / step + 0.01) + 1 : 0;
    });
  } finally {
    booklet.classList.remove('booklet--measured');
  }
}
