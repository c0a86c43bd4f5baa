import { hasMore, scrollBack, scrollOn } from './scrolling.ts';

/** What the next press does. */
export type Coming = 'scroll' | 'answer' | 'slide' | 'nothing';

export interface Deck {
  count: number;
  /** From 0. */
  index(): number;
  title(): string;
  coming(): Coming;
  /** Back to the slide's beginning first, then to the slide before. */
  back(): void;
  /** What is below the screen first, then the answer, then the next slide. */
  next(): void;
  show(index: number): void;
  /** Shows the slide that holds the place an address names. Says whether there is one. */
  showPlace(hash: string): boolean;
}

/** One slide at a time of a page that has them all. `room` says how much of the screen is free for it. */
export function deckOf(slides: readonly HTMLElement[], room: () => number, changed: () => void): Deck {
  let at = 0;
  const current = (): HTMLElement => slides[at]!;
  const answer = (): HTMLDetailsElement | null =>
    current().querySelector<HTMLDetailsElement>('details.answer:not([open])');

  const show = (index: number): void => {
    at = Math.min(slides.length - 1, Math.max(0, index));
    slides.forEach((slide, number) => (slide.hidden = number !== at));
    window.scrollTo(0, 0);
    // Replaced, not added: the way back leads out of the talk, or to where a link was followed.
    history.replaceState(history.state, '', `#${current().id}`);
    changed();
  };

  const coming = (): Coming => {
    if (hasMore(current(), room())) return 'scroll';
    if (answer()) return 'answer';
    return at < slides.length - 1 ? 'slide' : 'nothing';
  };

  const next: Record<Coming, () => void> = {
    scroll: () => {
      scrollOn(current(), room());
      changed();
    },
    answer: () => {
      const closed = answer();
      if (!closed) return;
      closed.open = true;
      // The question stays in sight where there is room for both.
      if (hasMore(current(), room())) closed.scrollIntoView({ block: 'start' });
      changed();
    },
    slide: () => {
      show(at + 1);
    },
    nothing: () => undefined,
  };

  return {
    count: slides.length,
    index: () => at,
    title: () => current().dataset['slideTitle'] ?? '',
    coming,
    next: () => {
      next[coming()]();
    },
    back: () => {
      if (scrollBack(current(), room())) changed();
      else show(at - 1);
    },
    show,
    showPlace: (hash) => {
      const place = document.getElementById(decodeURIComponent(hash.slice(1)));
      const index = slides.findIndex((slide) => place !== null && slide.contains(place));
      if (index < 0 || !place) return false;
      if (place === slides[index]) {
        show(index);
        return true;
      }
      at = index;
      slides.forEach((slide, number) => (slide.hidden = number !== at));
      place.scrollIntoView({ block: 'center' });
      changed();
      return true;
    },
  };
}
