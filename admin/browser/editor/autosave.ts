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

const interval = 1000;

/** Backs up unsaved changes on this computer every second, and offers them when the entry is next opened. */
export function startAutosave(
  username: string,
  container: HTMLElement,
): { deleteBackups: (collection: string, slug: string) => Promise<void> } {
  // Not in sessionStorage: a duplicated tab copies it, and both tabs would write to one slot.
  const page = crypto.randomUUID();
  let offeredKey: unknown;
  let lastState: readonly unknown[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slot = ({ collection, slug }: OpenEntry, copy = page): string =>
    backupKey(username, collection.name, slug, copy);
  const slotsInUse = otherTabs(() => {
    const entry = openEntry();
    return entry && slot(entry);
  });

  const write = (): void => {
    timer = undefined;
    const entry = openEntry();
    if (entry?.hasChanged) void saveBackup(slot(entry), toBackup(entry));
  };

  /** Backs up what was typed during a save, once Decap knows what is still unsaved. */
  const writeAfterSave = (): void => {
    if (isSaving()) timer = setTimeout(writeAfterSave, interval);
    else write();
  };

  const offer = async (entry: OpenEntry): Promise<void> => {
    const [copies, used] = await Promise.all([
      backupsOf(username, entry.collection.name, entry.slug),
      slotsInUse(),
    ]);
    if (openKey() !== entry.key) return;
    const now = openEntry();
    const offered = copies.filter(({ slot: each, backup }) => {
      if (used.has(each) || (now?.hasChanged && each === slot(entry))) return false;
      const saved =
        backup.files.length === 0 && JSON.stringify(backup.values) === JSON.stringify(entry.values);
      if (saved && !entry.hasChanged) void deleteBackup(each);
      return !saved;
    });
    container.replaceChildren(
      ...offered.map(({ slot: from, backup }) =>
        restoreOffer(entry.collection, backup, {
          restore: () => void restore(from, backup),
          discard: () => void deleteBackup(from),
        }),
      ),
    );
  };

  const restore = async (from: string, backup: Backup): Promise<void> => {
    const entry = openEntry();
    if (!entry) return;
    clearTimeout(timer);
    timer = undefined;
    // Back up the current changes, too, so that they can be offered later.
    if (entry.hasChanged) await saveBackup(slot(entry, crypto.randomUUID()), toBackup(entry));
    await saveBackup(slot(entry), backup);
    if (from !== slot(entry)) await deleteBackup(from);
    // The backup is based on an older version. The next save must say so, or it would overwrite later changes.
    if (backup.original) rememberVersion(entry.path, backup.original);
    replaceOpenEntry(backup.values, backup.files);
  };

  onDeskChange(() => {
    const key = openKey();
    const now = [key, openText(), openFiles()];
    if (now.every((part, index) => part === lastState[index])) return;
    lastState = now;
    if (key !== offeredKey) {
      offeredKey = key;
      container.replaceChildren();
      const entry = openEntry();
      if (entry) void offer(entry);
    }
    if (hasUnsaved()) timer ??= setTimeout(write, interval);
  });
  // Do not wait for the timer when the page is closed or hidden.
  window.addEventListener('pagehide', write);

  return {
    async deleteBackups(collection, slug) {
      clearTimeout(timer);
      timer = setTimeout(writeAfterSave, interval);
      const stored = new Set([slug, '']);
      await Promise.all([...stored].map((each) => deleteBackup(backupKey(username, collection, each, page))));
    },
  };
}

function toBackup({ values, added, path }: OpenEntry): Backup {
  const original = versionOf(path);
  return {
    values,
    files: added.map(({ name: fileName, file }) => ({ name: fileName, file })),
    at: new Date().toISOString(),
    ...(original ? { original } : {}),
  };
}
