import { keepLinesTogether } from './lines.ts';

/**
 * The page of paper on which each element of a booklet begins. For a moment the booklet gets columns of exactly the size
 * of a printed page (booklet-pages.css defines both), so the browser breaks columns where it would break pages, and the number
 * of the column is the number of the page. Nothing is painted in between: the class is removed before that.
 */
export function pageNumbersOf(booklet: HTMLElement, places: readonly HTMLElement[]): number[] {
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
