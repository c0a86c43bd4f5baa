import { keep, keptIn, letGo, slotOf } from './autosave.ts';
import type { Kept } from './autosave.ts';
import { spokenTime } from './beijing-time.ts';
import {
  hasUnsaved,
  onDeskChange,
  openEntry,
  openFiles,
  openKey,
  openText,
  replaceOpenEntry,
} from './desk-state.ts';
import type { OpenEntry } from './desk-state.ts';
import { element } from './element.ts';
import { originalOf, rememberOriginal } from './originals.ts';

const every = 1000;

/** Keeps what is typed on this computer, a second behind, and offers it again when the entry is next opened. */
export function keepTyping(
  username: string,
  place: HTMLElement,
): { letGo: (collection: string, slug: string) => void } {
  let shownKey: unknown;
  let seen: readonly unknown[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slot = ({ collection, slug }: OpenEntry): string => slotOf(username, collection.name, slug);

  const write = (): void => {
    timer = undefined;
    const entry = openEntry();
    if (!entry?.hasChanged) return;
    const { values, added, path } = entry;
    const original = originalOf(path);
    void keep(slot(entry), {
      values,
      files: added.map(({ name, file }) => ({ name, file })),
      at: new Date().toISOString(),
      ...(original ? { original } : {}),
    });
  };

  const offer = async (entry: OpenEntry): Promise<void> => {
    const kept = await keptIn(slot(entry));
    place.replaceChildren();
    if (!kept || openEntry()?.key !== entry.key) return;
    if (JSON.stringify(kept.values) === JSON.stringify(entry.values) && kept.files.length === 0) {
      void letGo(slot(entry));
      return;
    }
    place.replaceChildren(offerOf(kept, entry, () => void letGo(slot(entry))));
  };

  onDeskChange(() => {
    const key = openKey();
    const now = [key, openText(), openFiles()];
    if (now.every((part, index) => part === seen[index])) return;
    seen = now;
    if (key !== shownKey) {
      shownKey = key;
      place.replaceChildren();
      const entry = openEntry();
      if (entry && !entry.hasChanged) void offer(entry);
    }
    if (hasUnsaved()) timer ??= setTimeout(write, every);
  });
  // A page that is closed or put aside does not wait for its second.
  window.addEventListener('pagehide', write);

  return {
    letGo(collection, slug) {
      clearTimeout(timer);
      timer = undefined;
      void letGo(slotOf(username, collection, slug));
      if (slug !== '') void letGo(slotOf(username, collection, ''));
    },
  };
}

function offerOf(kept: Kept, entry: OpenEntry, forget: () => void): HTMLElement {
  const close = (): void => {
    box.remove();
  };
  const box = element(
    'div',
    { class: 'desk-offer', role: 'alert' },
    element('span', {}, `${spokenTime(kept.at)} 写的内容没有来得及保存，还留在这台电脑上。`),
    element(
      'button',
      {
        type: 'button',
        click: () => {
          // The change was made on the text of that time. Saving it must say so, or it would overwrite later work.
          if (kept.original) rememberOriginal(entry.path, kept.original);
          replaceOpenEntry(kept.values, kept.files);
          close();
        },
      },
      '恢复',
    ),
    element(
      'button',
      {
        type: 'button',
        click: () => {
          forget();
          close();
        },
      },
      '不要了',
    ),
  );
  return box;
}
