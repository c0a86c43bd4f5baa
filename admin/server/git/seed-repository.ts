import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gitText } from './run-git.ts';
import { contentRoot } from '../entries/entry-paths.ts';
import { hubSignature, mainRef, Repository } from './repository.ts';

/**
 * Makes the repository from a content folder where there is none yet: every file, one commit.
 * It is built beside and renamed, so a start that was cut off leaves nothing half made.
 */
export async function seedRepository(folder: string, contentFolder: string): Promise<'made' | 'found'> {
  if (await exists(path.join(folder, 'HEAD'))) return 'found';
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  // --template= keeps the sample hooks of the machine's git out.
  await gitText(making, ['init', '--bare', '--quiet', '--template=', '--initial-branch=main', making]);
  const repository = new Repository(making);
  try {
    const changes = new Map<string, string>();
    const names = await filesBelow(contentFolder);
    if (names.length === 0) throw new Error(`The content folder ${contentFolder} is empty.`);
    // One process for all of them: a process each takes ten seconds for six hundred texts.
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

/** Regular files only: a symlink could bring any file of the machine onto the site. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')) && !name.includes('\n'))
    .sort();
}

/**
 * A server that was killed leaves git's lock files and private indexes behind, and a lock would refuse every
 * later save. Called while this process alone holds the data folder; a git that is still at work gets a moment.
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
