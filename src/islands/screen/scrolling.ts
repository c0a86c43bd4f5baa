/** Elements that may be first on the screen after scrolling: never half a line. */
const blocks = 'p, li, h2, h3, h4, h5, h6, tr, figure, blockquote, pre, dt, dd, summary, hr';

/** The space above the element at the top. */
const margin = 16;

/** Whether a part of the slide is below the free part of the screen. */
export const hasMore = (slide: HTMLElement, room: number): boolean =>
  slide.getBoundingClientRect().bottom - lengthOf(slide, 'paddingBottom') > room + 1;

/** Scrolls to the first element that is not fully visible, or by a screen within a longer element. */
export function scrollOn(slide: HTMLElement, room: number): void {
  const cut = [...slide.querySelectorAll<HTMLElement>(blocks)]
    .filter((block) => block.getClientRects().length > 0)
    .map((block) => block.getBoundingClientRect())
    .find(({ bottom, top }) => bottom > room && top > margin + 1);
  const page = room - 2 * lengthOf(slide, 'lineHeight');
  window.scrollBy(0, cut && cut.top < room ? cut.top - margin : page);
}

/** Scrolls up by a screen. Returns whether there was anything above. */
export function scrollBack(slide: HTMLElement, room: number): boolean {
  if (window.scrollY < 4) return false;
  window.scrollBy(0, 2 * lengthOf(slide, 'lineHeight') - room);
  return true;
}

const lengthOf = (element: HTMLElement, name: 'lineHeight' | 'paddingBottom'): number =>
  parseFloat(getComputedStyle(element)[name]) || 0;
