import { siteBase } from '../same-view.ts';
import { dayOf } from '../study/days.ts';
import { saveAsFile } from '../study/save-as-file.ts';
import { isKept, readNotes, subscribe, writeNotes } from '../study/store.ts';
import type { Note } from '../study/store.ts';
import { notesAsMarkdown } from './markdown.ts';
import { clearMarks, markClass, markPassage } from './marks.ts';
import { button, noteCard } from './note-card.ts';
import { readPassageText } from './passage-text.ts';
import { placeOf } from './quotation.ts';
import type { Quotation } from './quotation.ts';
import { selectionBar } from './selection-bar.ts';

/**
 * Marks and notes on a text. They stay on the device. The list below the text contains all of them, so every note can be
 * reached without a pointer. `data-page` is the page's address in the normal view: both views share their notes.
 */
export function mountNotes(host: HTMLElement): void {
  const prose = host.closest('article')?.querySelector('.reading__text .prose');
  const { page, title } = host.dataset;
  if (!prose || page === undefined || title === undefined) return;

  const list = document.createElement('ul');
  list.className = 'note-list';
  const status = document.createElement('p');
  status.className = 'note-said';
  status.setAttribute('role', 'status');
  const save = button('导出这篇的笔记', '导出这篇的笔记', () => {
    saveAsFile(
      `${title}-笔记.md`,
      notesAsMarkdown(ofPage(), location.origin + siteBase(page).slice(0, -1)),
      'text/markdown',
    );
  });
  const ofPage = (): Note[] => readNotes().filter((note) => note.page === page);

  const show = (): void => {
    clearMarks(prose);
    const notes = ofPage();
    list.replaceChildren(...notes.map(cardOf));
    save.hidden = notes.length === 0;
  };
  const cardOf = (note: Note): HTMLLIElement => {
    // Read the text again for each note: a mark splits the text nodes.
    const text = readPassageText(prose);
    const at = placeOf(text.whole, note);
    if (at !== undefined) markPassage(text, at, at + note.quote.length, note.id);
    return noteCard(note, {
      change: (words) => {
        replace(note.id, { ...note, text: words, day: dayOf(new Date()) });
      },
      remove: () => {
        // Its current state: the reader may have edited it since the card was made.
        const gone = readNotes().find(({ id }) => id === note.id) ?? note;
        writeNotes(readNotes().filter(({ id }) => id !== note.id));
        show();
        status.replaceChildren(
          '删去了。',
          button('放回来', '放回来', () => {
            writeNotes([...readNotes(), gone]);
            status.replaceChildren();
            show();
            fieldOf(note.id)?.focus();
          }),
        );
        status.querySelector('button')?.focus();
      },
      show: at === undefined ? undefined : () => passageOf(note.id)?.scrollIntoView({ block: 'center' }),
    });
  };
  const fieldOf = (id: string): HTMLTextAreaElement | null =>
    list.querySelector<HTMLTextAreaElement>(`#note-${CSS.escape(id)}`);
  const passageOf = (id: string): Element | null =>
    prose.querySelector(`mark[data-note="${CSS.escape(id)}"]`);
  const add = (quotation: Quotation, action: 'mark' | 'note'): void => {
    const id = newId();
    writeNotes([...readNotes(), { id, page, title, ...quotation, text: '', day: dayOf(new Date()) }]);
    show();
    status.textContent = isKept()
      ? action === 'mark'
        ? '划好了，在文章后面的“我的笔记”里也看得到。'
        : ''
      : '这个浏览器不让网页存东西，关掉这一页就没有了，请先导出。';
    if (action === 'note') fieldOf(id)?.focus();
  };

  prose.addEventListener('click', ({ target }) => {
    const mark = (target as Element).closest<HTMLElement>(`mark.${markClass}`);
    // A link or a term in the passage keeps its own action.
    if (mark && !(target as Element).closest('a')) fieldOf(mark.dataset['note'] ?? '')?.focus();
  });
  // After a change in another tab or an import; but not while the reader is typing here.
  subscribe(() => {
    if (!list.contains(document.activeElement)) show();
  });

  const whole = button('给整篇写一条', '给整篇写一条笔记', () => {
    add({ quote: '', before: '', after: '' }, 'note');
  });
  const row = document.createElement('p');
  row.className = 'note-actions';
  row.append(whole, save);
  host.append(list, status, row);
  prose.after(selectionBar(prose, add));
  host.hidden = false;
  show();
}

function replace(id: string, note: Note): void {
  writeNotes(readNotes().map((each) => (each.id === id ? note : each)));
}

/** Old browsers and pages without https have no `randomUUID`. This is unique enough for one reader's notes. */
const newId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
