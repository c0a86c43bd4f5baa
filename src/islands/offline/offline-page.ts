/** The offline page lists what is stored on this device. One chunk, so that the worker can store it completely. */
import { mountDownloads } from './downloads.ts';
import { link } from './parts.ts';
import { spokenMoment } from '../../offline/page-note.ts';
import { visitedPages } from './visited.ts';
import { canKeep } from './register.ts';

for (const host of document.querySelectorAll<HTMLElement>('[data-kept="downloads"]'))
  void mountDownloads(host);
for (const host of document.querySelectorAll<HTMLElement>('[data-kept="visited"]')) void listVisited(host);

async function listVisited(host: HTMLElement): Promise<void> {
  const pages = canKeep() ? await visitedPages() : [];
  const list = document.createElement('ul');
  list.className = 'offline__pages';
  list.append(
    ...pages.map(({ address, title, kept }) => {
      const item = document.createElement('li');
      const when = document.createElement('span');
      when.className = 'offline__when';
      when.textContent = spokenMoment(kept);
      item.append(link(address, title), when);
      return item;
    }),
  );
  if (pages.length > 0) host.replaceChildren(list);
}
