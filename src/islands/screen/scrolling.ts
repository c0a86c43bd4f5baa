/** What may stand first on the screen after scrolling: never the lower half of a line. */
const blocks = 'p, li, h2, h3, h4, h5, h6, tr, figure, blockquote, pre, dt, dd, summary, hr';

/** A little air above what comes to the top. */
const air = 16;

/** Whether something of a slide lies below the free part of the screen. */
export const hasMore = (slide: HTMLElement, room: number): boolean =>
  slide.getBoundingClientRect().bottom - lengthOf(slide, 'paddingBottom') > room + 1;

/** Brings to the top what is not yet wholly on the screen; of what is longer than the screen, its next part. */
export function scrollOn(slide: HTMLElement, room: number): void {
  const cut = [...slide.querySelectorAll<HTMLElement>(blocks)]
    .filter((block) => block.getClientRects().length > 0)
    .map((block) => block.getBoundingClientRect())
    .find(({ bottom, top }) => bottom > room && top > air + 1);
  const page = room - 2 * lengthOf(slide, 'lineHeight');
  window.scrollBy(0, cut && cut.top < room ? cut.top - air : page);
}

/** Up by a screen. Says whether there was anything above. */
export function scrollBack(slide: HTMLElement, room: number): boolean {
  if (window.scrollY < 4) return false;
  window.scrollBy(0, 2 * lengthOf(slide, 'lineHeight') - room);
  return true;
}

const lengthOf = (element: HTMLElement, name: 'lineHeight' | 'paddingBottom'): number =>
  parseFloat(getComputedStyle(element)[name]) || 0;
