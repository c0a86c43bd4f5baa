/** Fills in the day of citing and offers to copy. Both are ease only: the text is there to be written down. */
export function completeCitation(host: HTMLElement): void {
  const day = host.querySelector('[data-cite-day]');
  const text = host.querySelector('[data-cite]');
  if (!day || !text) return;
  day.textContent = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  // Old browsers and pages without https have no clipboard; the text can still be marked by hand.
  if (!('clipboard' in navigator)) return;
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'chip';
  copy.textContent = '复制';
  const said = document.createElement('span');
  said.className = 'cite__said';
  said.setAttribute('role', 'status');
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(text.textContent.trim()).then(
      () => (said.textContent = '已复制'),
      () => (said.textContent = '没有复制成，请选中上面的文字复制'),
    );
  });
  host.append(copy, said);
}
