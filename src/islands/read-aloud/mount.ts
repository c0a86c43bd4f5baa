import { passagesOf } from './passages.ts';
import { makeReader } from './reader.ts';
import type { ReaderState } from './reader.ts';

const paces = [
  ['慢', 0.75],
  ['正常', 1],
  ['快', 1.35],
] as const;

/** Adds the controls, on a device with a Chinese voice. */
export function mountReadAloud(host: HTMLElement, voice: SpeechSynthesisVoice): void {
  const article = host.closest('article');
  if (!article) return;

  const read = button('朗读');
  const stop = button('停止');
  const pace = paceChoice();
  const passages = () => passagesOf(article.querySelectorAll(spoken(article)));
  const reader = makeReader(passages, voice, (state) => {
    host.dataset['state'] = state;
    read.textContent = labels[state];
    stop.hidden = state === 'silent';
  });
  read.addEventListener('click', () => {
    if (host.dataset['state'] === 'reading') reader.pause();
    else reader.start();
  });
  stop.addEventListener('click', () => {
    reader.stop();
    // The button is hidden now; without this, keyboard users would be back at the top of the page.
    read.focus();
  });
  pace.addEventListener('change', () => {
    reader.pace(Number(pace.querySelector<HTMLInputElement>('input:checked')?.value ?? 1));
  });
  // Browsers that keep pages in the back/forward cache would go on speaking.
  window.addEventListener('pagehide', () => {
    reader.stop();
  });

  stop.hidden = true;
  host.setAttribute('role', 'group');
  host.setAttribute('aria-label', '朗读');
  host.append(read, stop, pace);
}

/** Selects what is read: an entry without a text has its content in its facts. */
const spoken = (article: Element): string =>
  `h1, .reading__summary, .state-note, .part-text, .timeline, .prose${article.querySelector('.prose') ? '' : ', .facts'}`;

const labels: Record<ReaderState, string> = { silent: '朗读', reading: '暂停', paused: '继续朗读' };

function button(label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'read-aloud__button';
  made.textContent = label;
  return made;
}

function paceChoice(): HTMLFieldSetElement {
  const group = document.createElement('fieldset');
  group.className = 'read-aloud__pace';
  const title = document.createElement('legend');
  title.className = 'read-aloud__title';
  title.textContent = '语速';
  group.append(title);
  for (const [label, rate] of paces) {
    const choice = document.createElement('label');
    choice.className = 'read-aloud__choice';
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = 'read-aloud-pace';
    input.value = String(rate);
    input.checked = rate === 1;
    choice.append(input, label);
    group.append(choice);
  }
  return group;
}
