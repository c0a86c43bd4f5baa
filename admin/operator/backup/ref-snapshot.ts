import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gitText } from '../../server/git/run-git.ts';
import { OperatorError } from '../operator-error.ts';

export interface RefSnapshot {
  refs: Map<string, string>;
  /** Refs that are there, but cannot be read. */
  broken: string[];
}

/** Locks this old belong to a killed server. */
const staleAfter = 60_000;

/**
 * All refs as they were at one moment. Git updates the refs of a transaction one after another, and holds its locks
 * until the last. Two equal lists, with no lock in between, are therefore never from the middle of a transaction.
 */
export async function refSnapshot(repository: string, attempts = 1000): Promise<RefSnapshot> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await listed(repository);
    const { names, locked } = await looseRefs(repository);
    const after = await listed(repository);
    if (!locked && before === after) {
      const refs = new Map(
        after
          .split('\n')
          .filter(Boolean)
          .map((line) => [line.slice(41), line.slice(0, 40)] as const),
      );
      return { refs, broken: names.filter((name) => !refs.has(name)) };
    }
    await delay(5 + Math.random() * 20);
  }
  throw new OperatorError(
    `The store ${repository} changed all the time; run this again at a quieter moment.`,
    `内容仓库 ${repository} 一直在变，没能取到一个完整的时刻：请过一会儿再运行一次。`,
  );
}

const listed = (repository: string): Promise<string> =>
  gitText(repository, ['for-each-ref', '--format=%(objectname) %(refname)']);

async function looseRefs(repository: string): Promise<{ names: string[]; locked: boolean }> {
  const entries = await readdir(path.join(repository, 'refs'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const locks = [
    path.join(repository, 'packed-refs.lock'),
    ...files.filter((file) => file.endsWith('.lock')),
  ];
  const ages = await Promise.all(
    locks.map((lock) =>
      stat(lock).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => Infinity,
      ),
    ),
  );
  return {
    names: files.filter((file) => !file.endsWith('.lock')).map((file) => path.relative(repository, file)),
    locked: ages.some((age) => age < staleAfter),
  };
}
