import type { Note } from '../study/store.ts';
import { chineseDay } from '../../site/dates.ts';

export interface CardActions {
  change(text: string): void;
  remove(): void;
  /** Scrolls to the passage; undefined where the text no longer contains it. */
  show: (() => void) | undefined;
}

/** One note in the list: the passage, the reader's text, and buttons. */
export function noteCard(note: Note, actions: CardActions): HTMLLIElement {
  const card = document.createElement('li');
  card.className = 'note-card';
  card.dataset['note'] = note.id;
  if (note.quote !== '') {
    const quote = document.createElement('blockquote');
    quote.className = 'note-card__quote';
    quote.textContent = note.quote;
    card.append(quote);
  }
  const label = document.createElement('label');
  label.className = 'note-card__label';
  label.textContent = note.quote === '' ? '整篇的笔记' : '这一段的笔记';
  const field = document.createElement('textarea');
  field.className = 'note-card__field';
  field.id = `note-${note.id}`;
  field.rows = Math.min(8, note.text.split('\n').length + 1);
  field.value = note.text;
  label.htmlFor = field.id;
  field.addEventListener('input', () => {
    actions.change(field.value);
  });
  card.append(label, field);

  const about = document.createElement('p');
  about.className = 'note-card__about';
  about.append(chineseDay(note.day));
  if (note.quote !== '' && !actions.show) about.append('，原文改过了，这一段已经找不到');
  const row = document.createElement('div');
  row.className = 'note-card__actions';
  const short = (note.quote === '' ? note.text : note.quote).slice(0, 12);
  if (actions.show) row.append(button('看原文', `看原文：${short}`, actions.show));
  row.append(button('删去', `删去：${short}`, actions.remove));
  card.append(about, row);
  return card;
}

export function button(label: string, name: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'chip';
  made.textContent = label;
  // The spoken name begins with the visible label.
  if (name !== label) made.setAttribute('aria-label', name);
  made.addEventListener('click', press);
  return made;
}
