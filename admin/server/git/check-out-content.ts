import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runGit } from './run-git.ts';
import { contentRoot } from '../entries/entry-paths.ts';
import type { Repository } from './repository.ts';

/** Checks out the content of a commit into an empty folder for the build. Symlinks become regular files. */
export async function checkOutContent(
  repository: Repository,
  commit: string,
  folder: string,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const index = `${folder}.index`;
  const env = { GIT_INDEX_FILE: index, GIT_WORK_TREE: folder };
  try {
    await runGit(repository.folder, ['read-tree', `${commit}:${contentRoot}`], { env });
    await mkdir(path.join(folder, contentRoot), { recursive: true });
    const args = [
      '-c',
      'core.symlinks=false',
      'checkout-index',
      '--all',
      '--force',
      `--prefix=${contentRoot}/`,
    ];
    await runGit(repository.folder, args, { env });
  } finally {
    await rm(index, { force: true });
  }
  return path.join(folder, contentRoot);
}
