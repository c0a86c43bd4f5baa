/** The elements of these islands. */
export function button(label: string, act: () => void, kind: 'main' | 'plain' = 'plain'): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = kind === 'main' ? 'button' : 'button button--quiet';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

export function paragraph(text: string, name = 'offline__line'): HTMLParagraphElement {
  const made = document.createElement('p');
  made.className = name;
  made.textContent = text;
  return made;
}

export function link(address: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = address;
  made.textContent = text;
  return made;
}

/** Replaces the content of an element. If the focus was inside, it stays inside. */
export function replaceParts(host: HTMLElement, parts: readonly Node[]): void {
  const hadFocus = host.contains(document.activeElement);
  host.replaceChildren(...parts);
  if (hadFocus) host.querySelector<HTMLElement>('button, a')?.focus();
}
