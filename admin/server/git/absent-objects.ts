import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { GitObject } from './object-reader.ts';
import { DamagedStore } from './damaged-store.ts';

type Read = (name: string) => Promise<GitObject | undefined>;

/**
 * Git says `missing` for a file that a commit does not have, and also for one that it has but cannot be read. Taken for
 * absent, a damaged text could be saved over, so a missing name is looked at again.
 */
export async function assertAbsent(repository: string, name: string, read: Read): Promise<void> {
  if (name.startsWith('refs/')) return assertNoRef(repository, name, read);
  const colon = name.indexOf(':');
  // All ids come from the repository itself, so their objects must be there.
  if (colon === -1) throw new DamagedStore(name);
  const commit = name.slice(0, colon);
  const folders = name.slice(colon + 1).split('/');
  // The nearest folder that can be read knows whether the next name exists.
  for (let depth = folders.length - 1; depth >= 0; depth--) {
    const place = depth === 0 ? `${commit}^{tree}` : `${commit}:${folders.slice(0, depth).join('/')}`;
    const folder = await read(place);
    if (folder === undefined) continue;
    const next = folders[depth] ?? '';
    if (folder.type === 'tree' && entryNames(folder).has(next))
      throw new DamagedStore(`${name} (at ${next})`);
    return;
  }
  throw new DamagedStore(commit);
}

/** The names in a tree object: entries are `mode name`, a zero byte and the id in bytes. */
function entryNames({ bytes, id }: GitObject): Set<string> {
  const names = new Set<string>();
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0, at);
    names.add(bytes.toString('utf8', bytes.indexOf(32, at) + 1, end));
    at = end + 1 + id.length / 2;
  }
  return names;
}

/** A ref whose file is empty, or whose commit is gone, looks like one that was never made. */
async function assertNoRef(repository: string, ref: string, read: Read): Promise<void> {
  // Another request may make or delete the ref meanwhile; a damaged one stays as it is.
  if ((await isNamed(repository, ref)) && !(await read(ref)) && (await isNamed(repository, ref)))
    throw new DamagedStore(ref);
}

async function isNamed(repository: string, ref: string): Promise<boolean> {
  const loose = await stat(path.join(repository, ref)).catch(() => undefined);
  if (loose?.isFile()) return true;
  const packed = await readFile(path.join(repository, 'packed-refs'), 'utf8').catch(() => '');
  return packed.split('\n').some((line) => line.endsWith(` ${ref}`));
}
