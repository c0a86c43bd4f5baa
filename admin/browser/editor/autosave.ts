import { backupsOf, saveBackup, deleteBackup, backupKey } from './local-backups.ts';
import type { Backup } from './local-backups.ts';
import {
  hasUnsaved,
  isSaving,
  onDeskChange,
  openEntry,
  openFiles,
  openKey,
  openText,
  replaceOpenEntry,
} from './open-entry.ts';
import type { OpenEntry } from './open-entry.ts';
import { restoreOffer } from './restore-offer.ts';
import { versionOf, rememberVersion } from '../backend/entry-versions.ts';
import { otherTabs } from './other-tabs.ts';

const every = 1000;

/** Backs up unsaved changes on this computer every second, and offers them when the entry is next opened. */
export function startAutosave(
  username: string,
  place: HTMLElement,
): { letGo: (collection: string, slug: string) => Promise<void> } {
  // Not in sessionStorage: a duplicated tab copies it, and both tabs would write to one slot.
  const page = crypto.randomUUID();
  let shownKey: unknown;
  let seen: readonly unknown[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slot = ({ collection, slug }: OpenEntry, copy = page): string =>
    backupKey(username, collection.name, slug, copy);
  const inUse = otherTabs(() => {
    const entry = openEntry();
    return entry && slot(entry);
  });

  const write = (): void => {
    timer = undefined;
    const entry = openEntry();
    if (entry?.hasChanged) void saveBackup(slot(entry), keptOf(entry));
  };

  /** Backs up what was typed during a save, once Decap knows what is still unsaved. */
  const writeRest = (): void => {
    if (isSaving()) timer = setTimeout(writeRest, every);
    else write();
  };

  const offer = async (entry: OpenEntry): Promise<void> => {
    const [copies, used] = await Promise.all([
      backupsOf(username, entry.collection.name, entry.slug),
      inUse(),
    ]);
    if (openKey() !== entry.key) return;
    const now = openEntry();
    const offered = copies.filter(({ slot: each, kept }) => {
      if (used.has(each) || (now?.hasChanged && each === slot(entry))) return false;
      const saved = kept.files.length === 0 && JSON.stringify(kept.values) === JSON.stringify(entry.values);
      if (saved && !entry.hasChanged) void deleteBackup(each);
      return !saved;
    });
    place.replaceChildren(
      ...offered.map(({ slot: from, kept }) =>
        restoreOffer(entry.collection, kept, {
          restore: () => void restore(from, kept),
          forget: () => void deleteBackup(from),
        }),
      ),
    );
  };

  const restore = async (from: string, kept: Backup): Promise<void> => {
    const entry = openEntry();
    if (!entry) return;
    clearTimeout(timer);
    timer = undefined;
    // Back up the current changes, too, so that they can be offered later.
    if (entry.hasChanged) await saveBackup(slot(entry, crypto.randomUUID()), keptOf(entry));
    await saveBackup(slot(entry), kept);
    if (from !== slot(entry)) await deleteBackup(from);
    // The backup is based on an older version. The next save must say so, or it would overwrite later changes.
    if (kept.original) rememberVersion(entry.path, kept.original);
    replaceOpenEntry(kept.values, kept.files);
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
      if (entry) void offer(entry);
    }
    if (hasUnsaved()) timer ??= setTimeout(write, every);
  });
  // Do not wait for the timer when the page is closed or hidden.
  window.addEventListener('pagehide', write);

  return {
    async letGo(collection, slug) {
      clearTimeout(timer);
      timer = setTimeout(writeRest, every);
      const stored = new Set([slug, '']);
      await Promise.all([...stored].map((each) => deleteBackup(backupKey(username, collection, each, page))));
    },
  };
}

function keptOf({ values, added, path }: OpenEntry): Backup {
  const original = versionOf(path);
  return {
    values,
    files: added.map(({ name: fileName, file }) => ({ name: fileName, file })),
    at: new Date().toISOString(),
    ...(original ? { original } : {}),
  };
}
