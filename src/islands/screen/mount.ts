import { deckOf } from './deck.ts';
import type { NextStep, Deck } from './deck.ts';
import { actionFor } from './keys.ts';
import type { ScreenAction, Press } from './keys.ts';
import { onSwipe } from './swipe.ts';

const words: Record<NextStep, string> = {
  scroll: '往下看',
  answer: '看答案',
  slide: '下一张',
  nothing: '完',
};
const sizes = [0.8, 1, 1.25, 1.5, 1.8];

/** Shows the long page one slide at a time. `bar` is the row of buttons in the page. */
export function mountScreen(bar: HTMLElement): void {
  const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
  const contents = bar.querySelector<HTMLDetailsElement>('.screen-contents');
  const root = document.documentElement;
  let size = 1;

  root.classList.add('screen--on');
  for (const button of buttonsIn(bar)) {
    button.hidden = button.dataset['action'] === 'full' && !document.fullscreenEnabled;
  }

  const deck = deckOf(
    slides,
    () => bar.getBoundingClientRect().top,
    () => {
      updateBar(bar, deck);
    },
  );

  const actions: Record<ScreenAction, () => void> = {
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
    updateBar(bar, deck);
  }

  function act(action: ScreenAction): void {
    if (contents) contents.open = false;
    actions[action]();
  }

  bar.addEventListener('click', ({ target }) => {
    const action =
      target instanceof Element && target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (action) act(action as ScreenAction);
    else if (contents && target instanceof Element && target.closest('.screen-contents a'))
      contents.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && contents?.open) {
      contents.open = false;
      contents.querySelector('summary')?.focus();
      return;
    }
    const action = actionFor(pressOf(event));
    if (!action) return;
    event.preventDefault();
    act(action);
  });
  onSwipe(document.body, act);
  window.addEventListener('hashchange', () => deck.showPlace(location.hash));
  window.addEventListener('scroll', () => {
    updateBar(bar, deck);
  });
  window.addEventListener('resize', () => {
    updateBar(bar, deck);
  });
  document.addEventListener('fullscreenchange', () => {
    const button = bar.querySelector('[data-action="full"]');
    if (button) button.textContent = document.fullscreenElement ? '退出全屏' : '全屏';
  });
  for (const answer of document.querySelectorAll('details.answer')) {
    answer.addEventListener('toggle', () => {
      updateBar(bar, deck);
    });
  }
  if (!deck.showPlace(location.hash)) deck.show(0);
}

/** Shows the position and the effect of the next press. */
function updateBar(bar: HTMLElement, deck: Deck): void {
  const place = bar.querySelector<HTMLElement>('[data-place]');
  const position = `第 ${String(deck.index() + 1)} / ${String(deck.count)} 张`;
  // Write only changes: a screen reader announces each one.
  if (place && place.dataset['place'] !== position) {
    place.dataset['place'] = position;
    const title = document.createElement('span');
    title.className = 'visually-hidden';
    title.textContent = `：${deck.title()}`;
    place.replaceChildren(position, title);
  }
  for (const button of buttonsIn(bar)) {
    if (button.dataset['action'] === 'back') setResting(button, deck.index() === 0 && window.scrollY < 4);
    if (button.dataset['action'] !== 'next') continue;
    const step = deck.nextStep();
    if (button.textContent !== words[step]) button.textContent = words[step];
    setResting(button, step === 'nothing');
  }
  bar.querySelectorAll('.screen-contents a').forEach((link, index) => {
    if (index === deck.index()) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

/** Not `disabled`: a focused button would lose the focus, and the next key press with it. */
const setResting = (button: HTMLButtonElement, resting: boolean): void => {
  button.setAttribute('aria-disabled', String(resting));
};

const buttonsIn = (bar: HTMLElement): HTMLButtonElement[] => [
  ...bar.querySelectorAll<HTMLButtonElement>('button[data-action]'),
];

function pressOf({ key, shiftKey, ctrlKey, altKey, metaKey, target }: KeyboardEvent): Press {
  const on = target instanceof Element ? target : undefined;
  return {
    key,
    shift: shiftKey,
    modified: ctrlKey || altKey || metaKey,
    on: on?.closest('a, button, summary, input, select, textarea')
      ? 'control'
      : on?.closest('.table-scroll, pre')
        ? 'table'
        : 'page',
  };
}

async function changeFullScreen(): Promise<void> {
  if (!document.fullscreenEnabled) return;
  // A browser may refuse, in a frame or without a user gesture; then nothing changes.
  await (
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  ).catch(() => undefined);
}
