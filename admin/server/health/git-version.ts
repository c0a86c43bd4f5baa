import { gitText } from '../git/run-git.ts';
import { StartFailure } from '../start-failure.ts';

/** Older ones do not know GIT_CONFIG_GLOBAL, and would obey the configuration of the machine. */
export const oldestGit = '2.32';

export async function gitVersion(folder: string): Promise<string> {
  return /\d+(?:\.\d+)+/.exec(await gitText(folder, ['--version']))?.[0] ?? '0';
}

export const isOldGit = (version: string): boolean =>
  version.localeCompare(oldestGit, 'en', { numeric: true }) < 0;

export async function assertGit(folder: string): Promise<void> {
  const version = await gitVersion(folder);
  if (isOldGit(version)) {
    throw new StartFailure(
      `git ${version} is too old; install ${oldestGit} or later and start again.`,
      `git ${version} 太旧了：请装 ${oldestGit} 或更新的版本，再重新启动。`,
    );
  }
}
