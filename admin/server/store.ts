import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import { readEntryValues } from '../../src/model/entry-file.ts';
import type { Problem } from '../../src/model/problems.ts';
import { newProblems } from './content-checker.ts';
import type { ContentChecker } from './content-checker.ts';
import { root, textOf } from './places.ts';
import type { Actor } from './records.ts';
import { RecordBook } from './records.ts';
import { gitText } from './git.ts';
import { mainRef, Repository } from './repository.ts';
import { Snapshots } from './snapshots.ts';
import type { Listing } from './snapshots.ts';

/** The texts and what belongs to them: published on main, drafts on branches, records beside. */
export interface Store {
  repository: Repository;
  snapshots: Snapshots;
  records: RecordBook;
  check: ContentChecker;
}

export function openStore(folder: string, check: ContentChecker): Store {
  const repository = new Repository(folder);
  return {
    repository,
    snapshots: new Snapshots(repository),
    records: new RecordBook(repository),
    check,
  };
}

export async function mainTip(store: Store): Promise<string> {
  const tip = await store.repository.tip(mainRef);
  if (tip === undefined) throw new Error(`The repository ${store.repository.folder} has no main branch.`);
  return tip;
}

/**
 * The version of an entry at a commit: the id of its folder, so that a changed picture counts as much as a
 * changed word. Undefined where there is no such entry.
 */
export const versionAt = (store: Store, commit: string, folder: string): Promise<string | undefined> =>
  store.repository.idAt(commit, `${root}/${folder}`);

/** What would be wrong with the whole content after a change, that is not wrong already. */
export async function problemsCausedBy(store: Store, before: Listing, after: Listing): Promise<Problem[]> {
  const [old, next] = await Promise.all([store.snapshots.files(before), store.snapshots.files(after)]);
  return newProblems(store.check(old), store.check(next));
}

export async function problemsOf(store: Store, listing: Listing, folder: string): Promise<Problem[]> {
  const problems = store.check(await store.snapshots.files(listing));
  return problems.filter(({ file }) => file === textOf(folder));
}

/** The name an entry goes by in lists and sentences, whatever state its text is in. */
export function titleOf(collection: string, text: string, otherwise: string): string {
  if (!isCollectionName(collection)) return otherwise;
  const description = collectionOf(collection);
  try {
    const title = readEntryValues(description, text)[description.title];
    return typeof title === 'string' && title.trim() !== '' ? title.trim() : otherwise;
  } catch {
    return otherwise;
  }
}

/** Who last touched a folder on main, and when. */
export async function lastTouched(
  store: Store,
  folder: string,
): Promise<{ by: Actor; at: string } | undefined> {
  // First parents only: on main, a published text is the work of who published it.
  const format = '--format=%an%x00%ae%x00%aI';
  const place = `${root}/${folder}`;
  const args = ['log', '-1', '--first-parent', '--diff-merges=first-parent', format, mainRef, '--', place];
  const [name = '', email = '', at = ''] = (await gitText(store.repository.folder, args)).split('\0');
  return at === '' ? undefined : { by: { name, username: email.split('@')[0] ?? '' }, at };
}
