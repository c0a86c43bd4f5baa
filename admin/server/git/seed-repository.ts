import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gitText } from './run-git.ts';
import { contentRoot } from '../entries/entry-paths.ts';
import { hubSignature, mainRef, Repository } from './repository.ts';

/**
 * Creates the repository from the content folder if there is none: all files in one commit. It is created under a
 * temporary name and renamed, so an interrupted start leaves no incomplete repository.
 */
export async function seedRepository(folder: string, contentFolder: string): Promise<'made' | 'found'> {
  if (await exists(path.join(folder, 'HEAD'))) return 'found';
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  // --template= avoids the sample hooks of the installed git.
  await gitText(making, ['init', '--bare', '--quiet', '--template=', '--initial-branch=main', making]);
  const repository = new Repository(making);
  try {
    const changes = new Map<string, string>();
    const names = await filesBelow(contentFolder);
    if (names.length === 0) throw new Error(`The content folder ${contentFolder} is empty.`);
    // One process for all files: one for each would take ten seconds for 600 texts.
    const paths = names.map((name) => `${path.join(contentFolder, name)}\n`).join('');
    const args = ['hash-object', '-w', '--no-filters', '--stdin-paths'];
    const ids = (await gitText(making, args, { input: paths })).split('\n');
    names.forEach((name, index) => changes.set(`${contentRoot}/${name.normalize('NFC')}`, ids[index] ?? ''));
    const tree = await repository.writeTree(undefined, changes);
    const commit = await repository.commit(tree, [], hubSignature, 'Begin with the content of the project\n');
    await gitText(making, ['update-ref', mainRef, commit, '']);
  } finally {
    repository.close();
  }
  await rename(making, folder);
  return 'made';
}

/** Regular files only: a symlink could publish any file of the machine. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')) && !name.includes('\n'))
    .sort();
}

/**
 * Removes lock files and temporary indexes of a killed server: a stale lock would block every save. Call it only while
 * this process holds the data lock. A git process that is still running gets a second to finish.
 */
export async function clearStaleLocks(folder: string): Promise<number> {
  const left = async (): Promise<string[]> =>
    (await readdir(folder, { recursive: true }).catch(() => []))
      .filter((name) => !name.startsWith('objects'))
      .filter((name) => name.endsWith('.lock') || /^index-[0-9a-f-]{36}$/.test(name));
  let found = await left();
  for (let waited = 0; found.length > 0 && waited < 10; waited++) {
    await delay(100);
    found = await left();
  }
  await Promise.all(found.map((name) => rm(path.join(folder, name), { force: true })));
  return found.length;
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
