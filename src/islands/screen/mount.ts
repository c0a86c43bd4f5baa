import { deckOf } from './deck.ts';
import type { Coming, Deck } from './deck.ts';
import { deedOf } from './keys.ts';
import type { Deed, Press } from './keys.ts';
import { onSwipe } from './swipe.ts';

const words: Record<Coming, string> = { scroll: '往下看', answer: '看答案', slide: '下一张', nothing: '完' };
const sizes = [0.8, 1, 1.25, 1.5, 1.8];

/** Turns the long page into one slide at a time. `bar` is the row of buttons that the page brings along. */
export function mountScreen(bar: HTMLElement): void {
  const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
  const contents = bar.querySelector<HTMLDetailsElement>('.screen-contents');
  const root = document.documentElement;
  let size = 1;

  root.classList.add('screen--on');
  for (const button of buttonsIn(bar)) {
    button.hidden = button.dataset['deed'] === 'full' && !document.fullscreenEnabled;
  }

  const deck = deckOf(
    slides,
    () => bar.getBoundingClientRect().top,
    () => {
      tell(bar, deck);
    },
  );

  const deeds: Record<Deed, () => void> = {
    next: deck.next,
    back: deck.back,
    first: () => {
      deck.show(0);
    },
    last: () => {
      deck.show(deck.count - 1);
    },
    full: () => void changeFullScreen(),
    larger: () => {
      resize(1);
    },
    smaller: () => {
      resize(-1);
    },
  };

  function resize(by: -1 | 1): void {
    size = Math.min(sizes.length - 1, Math.max(0, size + by));
    root.style.setProperty('--screen-zoom', String(sizes[size]));
    tell(bar, deck);
  }

  function act(deed: Deed): void {
    if (contents) contents.open = false;
    deeds[deed]();
  }

  bar.addEventListener('click', ({ target }) => {
    const deed = target instanceof Element && target.closest<HTMLElement>('[data-deed]')?.dataset['deed'];
    if (deed) act(deed as Deed);
    else if (contents && target instanceof Element && target.closest('.screen-contents a'))
      contents.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && contents?.open) {
      contents.open = false;
      contents.querySelector('summary')?.focus();
      return;
    }
    const deed = deedOf(pressOf(event));
    if (!deed) return;
    event.preventDefault();
    act(deed);
  });
  onSwipe(document.body, act);
  window.addEventListener('hashchange', () => deck.showPlace(location.hash));
  window.addEventListener('scroll', () => {
    tell(bar, deck);
  });
  window.addEventListener('resize', () => {
    tell(bar, deck);
  });
  document.addEventListener('fullscreenchange', () => {
    const button = bar.querySelector('[data-deed="full"]');
    if (button) button.textContent = document.fullscreenElement ? '退出全屏' : '全屏';
  });
  for (const answer of document.querySelectorAll('details.answer')) {
    answer.addEventListener('toggle', () => {
      tell(bar, deck);
    });
  }
  if (!deck.showPlace(location.hash)) deck.show(0);
}

/** Says where we are and what the next press does. */
function tell(bar: HTMLElement, deck: Deck): void {
  const place = bar.querySelector<HTMLElement>('[data-place]');
  const said = `第 ${String(deck.index() + 1)} / ${String(deck.count)} 张`;
  // Written only when it changed: a screen reader speaks it each time.
  if (place && place.dataset['place'] !== said) {
    place.dataset['place'] = said;
    const title = document.createElement('span');
    title.className = 'visually-hidden';
    title.textContent = `：${deck.title()}`;
    place.replaceChildren(said, title);
  }
  for (const button of buttonsIn(bar)) {
    if (button.dataset['deed'] === 'back') rest(button, deck.index() === 0 && window.scrollY < 4);
    if (button.dataset['deed'] !== 'next') continue;
    const coming = deck.coming();
    if (button.textContent !== words[coming]) button.textContent = words[coming];
    rest(button, coming === 'nothing');
  }
  bar.querySelectorAll('.screen-contents a').forEach((link, index) => {
    if (index === deck.index()) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

/** Not `disabled`: a button that has the focus would lose it, and the next key with it. */
const rest = (button: HTMLButtonElement, resting: boolean): void => {
  button.setAttribute('aria-disabled', String(resting));
};

const buttonsIn = (bar: HTMLElement): HTMLButtonElement[] => [
  ...bar.querySelectorAll<HTMLButtonElement>('button[data-deed]'),
];

function pressOf({ key, shiftKey, ctrlKey, altKey, metaKey, target }: KeyboardEvent): Press {
  const on = target instanceof Element ? target : undefined;
  return {
    key,
    shift: shiftKey,
    held: ctrlKey || altKey || metaKey,
    on: on?.closest('a, button, summary, input, select, textarea')
      ? 'control'
      : on?.closest('.table-scroll, pre')
        ? 'table'
        : 'page',
  };
}

async function changeFullScreen(): Promise<void> {
  if (!document.fullscreenEnabled) return;
  // A browser may refuse, in a frame or without a touch; the talk goes on as it is.
  await (
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  ).catch(() => undefined);
}
