import { rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkOutContent } from '../git/check-out-content.ts';
import { isDamage } from '../git/damaged-store.ts';
import type { Repository } from '../git/repository.ts';
import { contentOf, currentRelease } from './releases.ts';

/**
 * The content that readers have, for a build: what cannot be built is shown as it is there. Undefined before the first
 * release. `work` is a folder that is removed after the build.
 */
export async function publishedContent(
  repository: Repository,
  data: string,
  work: string,
): Promise<string | undefined> {
  const live = await currentRelease(data);
  if (!live) return undefined;
  const kept = contentOf(path.join(data, 'releases', live.id));
  if (await stat(kept).catch(() => undefined)) return kept;
  // A release of an older version of the hub: all of it was as in its commit. After a restore, or damage, the store may
  // not have that commit; what can be built is published all the same.
  return checkOutContent(repository, live.commit, path.join(work, 'published')).catch((error: unknown) => {
    if (isDamage(error)) return undefined;
    throw error;
  });
}

/** Keeps the content of a build for the next one. If something was left out, the build has put there what it took. */
export async function keepContent(contentFolder: string, taken: string): Promise<void> {
  await rename(contentFolder, taken).catch((error: unknown) => {
    if (!['ENOTEMPTY', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
  });
}
