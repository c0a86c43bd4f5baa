import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDamage } from '../../server/git/damaged-store.ts';
import { gitText, GitFailure } from '../../server/git/run-git.ts';
import { OperatorError } from '../operator-error.ts';

/**
 * Writes a git bundle with exactly these refs, and reads it back to see that every object arrived. A repository that
 * borrows the objects of the store holds the refs still, while people go on saving.
 */
export async function writeBundle(
  repository: string,
  refs: ReadonlyMap<string, string>,
  file: string,
  scratch: string,
): Promise<void> {
  const still = path.join(scratch, 'still.git');
  try {
    await emptyRepository(still);
    await writeFile(path.join(still, 'objects/info/alternates'), `${path.join(repository, 'objects')}\n`);
    await writeRefs(still, refs);
    await gitText(still, ['bundle', 'create', '--quiet', file, '--all']);
    await readBundle(file, refs, path.join(scratch, 'check.git'));
  } catch (error) {
    if (!isDamage(error) && !(error instanceof GitFailure && /pack-objects died/.test(error.stderr)))
      throw error;
    const reason = error instanceof GitFailure ? error.stderr.trim().split('\n')[0] : String(error);
    throw new OperatorError(
      `The store ${repository} is damaged, so there is no new backup (${reason ?? ''}). Older backups were not touched. Run "npm run doctor".`,
      `内容仓库 ${repository} 坏了，这次没有做成备份，以前的备份没有动。请运行 npm run doctor 看坏在哪里。`,
    );
  }
}

/** Makes a repository from a bundle. Fails if an object is missing, or if it has other refs than expected. */
export async function readBundle(
  file: string,
  refs: ReadonlyMap<string, string>,
  repository: string,
): Promise<void> {
  await emptyRepository(repository);
  const heads = await gitText(repository, ['bundle', 'unbundle', file]);
  const found = new Map(heads.split('\n').map((line) => [line.slice(41), line.slice(0, 40)] as const));
  for (const [ref, id] of refs) if (found.get(ref) !== id) throw new Error(`The bundle lacks ${ref}.`);
  await writeRefs(repository, refs);
  // Also reads every object that the refs lead to.
  await gitText(repository, ['fsck', '--full', '--no-dangling', '--no-progress']);
}

async function emptyRepository(folder: string): Promise<void> {
  await gitText(folder, ['init', '--bare', '--quiet', '--template=', '--initial-branch=main', folder]);
  // Without a template, git does not make it.
  await mkdir(path.join(folder, 'objects/info'), { recursive: true });
}

const writeRefs = (repository: string, refs: ReadonlyMap<string, string>): Promise<string> =>
  gitText(repository, ['update-ref', '--stdin', '-z'], {
    input: [...refs].map(([ref, id]) => `create ${ref}\0${id}\0`).join(''),
  });
