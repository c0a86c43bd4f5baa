import {
  moveBetween,
  movesIn,
  withFormerAddress,
  withMovesApplied,
  textsReferringTo,
} from '../entries/entry-moves.ts';
import type { Move } from '../entries/entry-references.ts';
import type { Draft } from './draft-lookup.ts';
import { withEntryReplaced } from '../git/content-snapshots.ts';
import type { Listing } from '../git/content-snapshots.ts';
import type { TreeFile } from '../git/repository.ts';
import type { Store } from '../git/content-store.ts';

export interface ContentAfterPublishing {
  listing: Listing;
  /** Other texts that are updated because they refer to the moved entry: `notices/2026/a/index.md`. */
  referrers: readonly string[];
}

/**
 * The content after publishing a draft. Only the entry's own folder is replaced, so newer versions of other entries are
 * kept. If the entry moves, references to it are updated in the same step. References of the draft to entries that
 * have moved since it was started are updated, too.
 */
export async function contentAfterPublishing(
  store: Store,
  published: Listing,
  { record, tip }: Draft,
): Promise<ContentAfterPublishing> {
  const { folder, from } = record;
  const move = from !== undefined && from !== folder ? moveBetween(from, folder) : undefined;
  const files = new Map(await store.snapshots.entry(tip, folder));
  const path = `${folder}/index.md`;
  const own = files.get(path);
  if (own) {
    const moves = [...(await movesIn(store, published)), ...(move ? [move] : [])];
    const text = await store.snapshots.text(own.id);
    const moved = withMovesApplied(path, text, moves);
    const whole =
      from !== undefined && move ? withFormerAddress(record.collection, moved, from, folder) : moved;
    if (whole !== text) files.set(path, { ...own, id: await store.repository.storeBlob(whole) });
  }
  const others = withEntryReplaced(published, [from ?? folder, folder], new Map());
  const referrers: Listing = move ? await changedReferrers(store, others, move) : new Map();
  const listing = withEntryReplaced(published, [from ?? folder, folder], new Map([...files, ...referrers]));
  return { listing, referrers: [...referrers.keys()] };
}

async function changedReferrers(store: Store, others: Listing, move: Move): Promise<Listing> {
  const changed = new Map<string, TreeFile>();
  for (const [path, text] of await textsReferringTo(store, others, move)) {
    const file = others.get(path);
    if (file) changed.set(path, { ...file, id: await store.repository.storeBlob(text) });
  }
  return changed;
}

/** The message for the editor of a moved entry. */
export function moveMessage(folder: string, referrers: number): string {
  const others = referrers === 0 ? '' : `另外 ${String(referrers)} 篇内容里指向它的地方会一起改过来，`;
  return `这篇内容的地址改成了 /${folder}/。发布时，${others}旧地址会转到新地址。`;
}
