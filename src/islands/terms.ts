/**
 * Opens the explanation of a term below its paragraph, so that readers keep their place. The link itself is the control:
 * without script it leads to the list of terms at the end.
 */
export function explainInPlace(list: HTMLElement): void {
  const article = list.closest('article');
  for (const term of article?.querySelectorAll<HTMLAnchorElement>('a[data-term]') ?? []) {
    const place = document.getElementById(term.hash.slice(1));
    const block = term.closest('p, li, td, blockquote, dd');
    if (!place || !block) continue;
    const note = noteOf(place, `${place.id}-here`);
    term.setAttribute('role', 'button');
    term.setAttribute('aria-expanded', 'false');
    term.setAttribute('aria-controls', note.id);
    const toggle = (): void => {
      const open = !note.isConnected;
      if (open && block.matches('p, blockquote')) block.after(note);
      else if (open) block.append(note);
      else note.remove();
      term.setAttribute('aria-expanded', String(open));
    };
    term.addEventListener('click', (event) => {
      event.preventDefault();
      toggle();
    });
    term.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && note.isConnected) toggle();
      // A button answers the space bar as well.
      if (event.key !== ' ') return;
      event.preventDefault();
      toggle();
    });
  }
}

function noteOf(place: HTMLElement, id: string): HTMLElement {
  const note = document.createElement('span');
  note.id = id;
  note.className = 'term-note';
  note.setAttribute('role', 'note');
  const name = document.createElement('strong');
  name.textContent = place.querySelector('dt')?.textContent ?? '';
  const more = place.querySelector<HTMLAnchorElement>('.term-list__ways a:last-child')?.cloneNode(true);
  note.append(name, '：', place.querySelector('[data-term-meaning]')?.textContent ?? '', ' ', more ?? '');
  return note;
}
