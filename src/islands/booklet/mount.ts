import { pageNumbersOf } from './pages.ts';

/** Writes page numbers into the contents, and prints. */
export async function mountBooklet(booklet: HTMLElement): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>('[data-print]');
  const note = document.querySelector<HTMLElement>('[data-page-note]');
  if (note) note.textContent = '纸上没有页码的浏览器，可以打开打印窗口里的“页眉和页脚”。';

  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  writePages(booklet);
  // What the reader opened or enlarged does not change the paper, but a font may have been loaded since.
  window.addEventListener('beforeprint', () => {
    writePages(booklet);
  });
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    window.print();
  });
}

function writePages(booklet: HTMLElement): void {
  const links = [...booklet.querySelectorAll<HTMLAnchorElement>('.contents-list__link, .page-of')].flatMap(
    (link) => {
      const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return place ? [{ link, place }] : [];
    },
  );
  const pages = pageNumbersOf(
    booklet,
    links.map(({ place }) => place),
  );
  links.forEach(({ link }, index) => {
    const number = String(pages[index] ?? '');
    const entry = link.querySelector('.contents-list__page');
    if (entry) entry.textContent = number;
    else link.textContent = `第 ${number} 页`;
  });
}
