import { localForage } from 'decap-cms-lib-util';

/** What was typed and not yet saved, kept on this computer for one person and one entry. */
export interface Kept {
  values: Record<string, unknown>;
  /** Pictures and files that were added and not yet sent. */
  files: { name: string; file: Blob }[];
  at: string;
  /** What the values were made from: a save must still name it, or it would overwrite what others wrote since. */
  original?: { text: string; version?: string };
}

// Not Decap's own store: its recovery loses drafts (decap-cms issue 5055) and is switched off.
const store = localForage.createInstance({ name: 'hub-autosave' });

/** One slot per person and entry; entries that have never been saved share one slot per collection. */
export const slotOf = (username: string, collection: string, slug: string): string =>
  `${username}/${collection}/${slug === '' ? 'new' : slug}`;

export const keep = (slot: string, kept: Kept): Promise<unknown> => store.setItem(slot, kept);
export const keptIn = (slot: string): Promise<Kept | null> => store.getItem<Kept>(slot);
export const letGo = (slot: string): Promise<void> => store.removeItem(slot);
