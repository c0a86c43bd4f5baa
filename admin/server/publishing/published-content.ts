import { stat } from 'node:fs/promises';
import path from 'node:path';
import { checkOutContent } from '../git/check-out-content.ts';
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
  // A release of an older version of the hub: all of it was as in its commit.
  if (!(await repository.read(live.commit))) return undefined;
  return checkOutContent(repository, live.commit, path.join(work, 'published'));
}
