import { contentId } from '../../../src/media/facts-cache.ts';
import { pathBesideText, contentRoot } from '../entries/entry-paths.ts';
import type { Store } from '../git/content-store.ts';
import { checkUpload } from '../protocol/check-upload.ts';

export interface UploadedFile {
  path: string;
  bytes: Buffer;
}

/** Stores the files that came with a text and that it names, and gives their paths and objects. Others are left out. */
export async function storeReferencedFiles(
  store: Store,
  files: readonly UploadedFile[],
  moved: { from: string; to: string },
  isNamed: (name: string) => boolean,
): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (const { path, bytes } of files) {
    const target = pathBesideText(
      moved.to,
      path.replace(`${contentRoot}/${moved.from}/`, `${contentRoot}/${moved.to}/`),
    );
    if (!isNamed(target.split('/').at(-1)!)) continue;
    await checkUpload(target, bytes, () => store.snapshots.facts(contentId(bytes), bytes));
    stored.set(target, await store.repository.storeBlob(bytes));
  }
  return stored;
}

/**
 * What a draft holds and nothing names any more: files that came with an earlier save and whose sentence is gone.
 * What lies on the site already stays, for it may have been put there by hand.
 */
export const unreferencedFiles = (
  held: readonly string[],
  published: readonly string[],
  isNamed: (name: string) => boolean,
): Set<string> => new Set(held.filter((name) => !published.includes(name) && !isNamed(name)));
