import { hasMore, scrollBack, scrollOn } from './scrolling.ts';

/** The effect of the next press. */
export type NextStep = 'scroll' | 'answer' | 'slide' | 'nothing';

export interface Deck {
  count: number;
  /** From 0. */
  index(): number;
  title(): string;
  nextStep(): NextStep;
  /** First back to the beginning of the slide, then to the slide before. */
  back(): void;
  /** First what is below the screen, then the answer, then the next slide. */
  next(): void;
  show(index: number): void;
  /** Shows the slide that contains an anchor. Returns whether there is one. */
  showPlace(hash: string): boolean;
}

/** Shows one slide at a time of a page with all slides. `room` is the free height of the screen. */
export function deckOf(slides: readonly HTMLElement[], room: () => number, changed: () => void): Deck {
  let at = 0;
  const current = (): HTMLElement => slides[at]!;
  const answer = (): HTMLDetailsElement | null =>
    current().querySelector<HTMLDetailsElement>('details.answer:not([open])');

  const show = (index: number): void => {
    at = Math.min(slides.length - 1, Math.max(0, index));
    slides.forEach((slide, number) => (slide.hidden = number !== at));
    window.scrollTo(0, 0);
    // Replaced, not added: the back button leaves the talk, or returns to where a link was followed.
    history.replaceState(history.state, '', `#${current().id}`);
    changed();
  };

  const nextStep = (): NextStep => {
    if (hasMore(current(), room())) return 'scroll';
    if (answer()) return 'answer';
    return at < slides.length - 1 ? 'slide' : 'nothing';
  };

  const steps: Record<NextStep, () => void> = {
    scroll: () => {
      scrollOn(current(), room());
      changed();
    },
    answer: () => {
      const closed = answer();
      if (!closed) return;
      closed.open = true;
      // The question stays visible where there is room for both.
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
    nextStep,
    next: () => {
      steps[nextStep()]();
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
