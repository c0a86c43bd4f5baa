import { localForage } from 'decap-cms-lib-util';

/** Unsaved changes, stored on this computer for one person, one entry and one browser tab. */
export interface Backup {
  values: Record<string, unknown>;
  /** Added files that were not yet sent. */
  files: { name: string; file: Blob }[];
  at: string;
  /** The version that the changes are based on: without it, a save could overwrite newer changes of others. */
  original?: { text: string; version?: string };
}

// Not Decap's store: its recovery loses drafts (decap-cms issue 5055) and is disabled.
const store = localForage.createInstance({ name: 'hub-autosave' });

/**
 * One slot for each tab: two tabs with the same entry, or with two new entries, keep separate backups. Neither user
 * names nor slugs contain `#`, so the prefix is unique to an entry.
 */
export const backupKey = (username: string, collection: string, slug: string, copy: string): string =>
  `${username}/${collection}/${slug}#${copy}`;

export const saveBackup = (slot: string, backup: Backup): Promise<unknown> => store.setItem(slot, backup);
export const deleteBackup = (slot: string): Promise<void> => store.removeItem(slot);

/** All backups of an entry, the latest first. */
export async function backupsOf(
  username: string,
  collection: string,
  slug: string,
): Promise<{ slot: string; backup: Backup }[]> {
  const prefix = backupKey(username, collection, slug, '');
  // The key format of older versions, with one slot for each entry.
  const single = `${username}/${collection}/${slug === '' ? 'new' : slug}`;
  const slots = (await store.keys()).filter((slot) => slot.startsWith(prefix) || slot === single);
  const copies = await Promise.all(
    slots.map(async (slot) => ({ slot, backup: await store.getItem<Backup>(slot) })),
  );
  return copies
    .flatMap(({ slot, backup }) => (backup ? [{ slot, backup }] : []))
    .toSorted((a, b) => b.backup.at.localeCompare(a.backup.at));
}
