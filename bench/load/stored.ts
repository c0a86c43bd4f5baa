import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { noticePath } from '../../admin/server/testing/fixture-hub.ts';
import type { Work } from './people.ts';

const run = promisify(execFile);
const git = async (repository: string, ...args: string[]): Promise<string> =>
  (await run('git', ['--git-dir', repository, ...args], { maxBuffer: 2 ** 28 })).stdout;

/**
 * What the server acknowledged and the repository does not have. A text is stored on its branch, or on main after its
 * publication, with the wording of the last answer or of a later request.
 */
export async function missingWork(repository: string, { drafts, published }: Work): Promise<string[]> {
  const refs = new Set((await git(repository, 'for-each-ref', '--format=%(refname)')).split('\n'));
  const missing: string[] = [];
  for (const { slug, stored, unanswered } of drafts) {
    if (stored === '') continue;
    const branch = `refs/heads/cms/notices/2026--${slug}`;
    const place = refs.has(branch) && !published.includes(slug) ? branch : 'main';
    const text = await git(repository, 'show', `${place}:${noticePath(slug)}`).catch(() => undefined);
    if (text === undefined) missing.push(`${slug}: not in ${place}`);
    else if (![stored, ...unanswered].includes(text)) missing.push(`${slug}: another text in ${place}`);
  }
  return missing;
}

/** What `git fsck` complains about: nothing, if all is well. Objects that nobody uses are no damage. */
export const damage = (repository: string): Promise<string> =>
  git(repository, 'fsck', '--strict', '--full', '--no-dangling').catch((error: unknown) => String(error));
