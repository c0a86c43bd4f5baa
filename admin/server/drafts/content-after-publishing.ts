import { movesIn, textWithMoves, textsReferringTo } from '../entries/entry-moves.ts';
import { moveBetween } from '../entries/moved-text.ts';
import type { Draft } from './draft-lookup.ts';
import type { ContentChange, Listing } from '../git/content-snapshots.ts';
import type { TreeFile } from '../git/repository.ts';
import type { Store } from '../git/content-store.ts';

export interface ContentAfterPublishing {
  change: ContentChange;
  /** Other texts that are updated because they refer to the moved entry: `notices/2026/a/index.md`. */
  referrers: readonly string[];
}

/**
 * What publishing a draft changes. Only the entry's own folder is replaced, so newer versions of other entries are kept.
 * If the entry moves, references to it are updated in the same step. References of the draft to entries that have moved
 * since it was started are updated, too.
 */
export async function contentAfterPublishing(
  store: Store,
  published: Listing,
  { record, tip }: Draft,
): Promise<ContentAfterPublishing> {
  const { collection, folder, from } = record;
  const move = from !== undefined && from !== folder ? moveBetween(from, folder) : undefined;
  const files = new Map(await store.snapshots.entry(tip, folder));
  const path = `${folder}/index.md`;
  const own = files.get(path);
  if (own) {
    const moves = [...(await movesIn(store, published)), ...(move ? [move] : [])];
    const text = await store.snapshots.text(own.id);
    const moved = await textWithMoves(store, path, text, moves);
    const whole =
      from !== undefined && move
        ? await store.work('addFormerAddress', { collection, text: moved, from, to: folder })
        : moved;
    if (whole !== text) files.set(path, { ...own, id: await store.repository.storeBlob(whole) });
  }
  const folders = [...new Set([from ?? folder, folder])];
  const referrers = new Map<string, TreeFile>();
  for (const [other, text] of move ? await textsReferringTo(store, published, folders, move) : []) {
    const file = published.get(other);
    if (file) referrers.set(other, { ...file, id: await store.repository.storeBlob(text) });
  }
  return {
    change: { folders, files: new Map([...files, ...referrers]) },
    referrers: [...referrers.keys()],
  };
}

/** The message for the editor of a moved entry. */
export function moveMessage(folder: string, referrers: number): string {
  const others = referrers === 0 ? '' : `另外 ${String(referrers)} 篇内容里指向它的地方会一起改过来，`;
  return `这篇内容的地址改成了 /${folder}/。发布时，${others}旧地址会转到新地址。`;
}
