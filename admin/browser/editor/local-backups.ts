import { localForage } from 'decap-cms-lib-util';

/** What was typed and not yet saved, kept on this computer for one person, one entry and one page of the browser. */
export interface Backup {
  values: Record<string, unknown>;
  /** Pictures and files that were added and not yet sent. */
  files: { name: string; file: Blob }[];
  at: string;
  /** What the values were made from: a save must still name it, or it would overwrite what others wrote since. */
  original?: { text: string; version?: string };
}

// Not Decap's own store: its recovery loses drafts (decap-cms issue 5055) and is switched off.
const store = localForage.createInstance({ name: 'hub-autosave' });

/**
 * One slot for each copy: two pages with the same entry, or with two entries that have no name yet, keep two texts.
 * Neither names nor slugs have a `#`, so no entry's slots begin like another's.
 */
export const backupKey = (username: string, collection: string, slug: string, copy: string): string =>
  `${username}/${collection}/${slug}#${copy}`;

export const saveBackup = (slot: string, kept: Backup): Promise<unknown> => store.setItem(slot, kept);
export const deleteBackup = (slot: string): Promise<void> => store.removeItem(slot);

/** Every copy of an entry, the latest first. */
export async function backupsOf(
  username: string,
  collection: string,
  slug: string,
): Promise<{ slot: string; kept: Backup }[]> {
  const beginning = backupKey(username, collection, slug, '');
  // As slots were named when each entry had one: what was kept before an update is not forgotten.
  const single = `${username}/${collection}/${slug === '' ? 'new' : slug}`;
  const slots = (await store.keys()).filter((slot) => slot.startsWith(beginning) || slot === single);
  const copies = await Promise.all(
    slots.map(async (slot) => ({ slot, kept: await store.getItem<Backup>(slot) })),
  );
  return copies
    .flatMap(({ slot, kept }) => (kept ? [{ slot, kept }] : []))
    .toSorted((a, b) => b.kept.at.localeCompare(a.kept.at));
}
