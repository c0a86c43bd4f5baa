import { today } from '../site/dates.ts';

/** Fills in today's date and adds a copy button. The citation is readable without both. */
export function completeCitation(host: HTMLElement): void {
  const day = host.querySelector('[data-cite-day]');
  const text = host.querySelector('[data-cite]');
  if (!day || !text) return;
  day.textContent = today();
  // Old browsers and pages without https have no clipboard; the text can still be selected by hand.
  if (!('clipboard' in navigator)) return;
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'chip';
  copy.textContent = '复制';
  const status = document.createElement('span');
  status.className = 'cite__said';
  status.setAttribute('role', 'status');
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(text.textContent.trim()).then(
      () => (status.textContent = '已复制'),
      () => (status.textContent = '没有复制成，请选中上面的文字复制'),
    );
  });
  host.append(copy, status);
}
