import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { readEntryValues } from '../../../src/model/front-matter/entry-file.ts';
import type { Problem } from '../../../src/model/problems.ts';
import { newProblems } from './content-checker.ts';
import type { ContentChecker } from './content-checker.ts';
import { contentRoot, textPath } from '../entries/entry-paths.ts';
import type { Actor } from './record-store.ts';
import { RecordStore } from './record-store.ts';
import { mainRef, Repository } from './repository.ts';
import { Snapshots } from './content-snapshots.ts';
import type { Listing } from './content-snapshots.ts';

/** Published content on main, drafts on branches, and their records. */
export interface Store {
  repository: Repository;
  snapshots: Snapshots;
  records: RecordStore;
  check: ContentChecker;
}

export function openStore(folder: string, check: ContentChecker, cache?: string): Store {
  const repository = new Repository(folder);
  return {
    repository,
    snapshots: new Snapshots(repository, cache),
    records: new RecordStore(repository),
    check,
  };
}

export async function mainCommit(store: Store): Promise<string> {
  const tip = await store.repository.tip(mainRef);
  if (tip === undefined) throw new Error(`The repository ${store.repository.folder} has no main branch.`);
  return tip;
}

/**
 * The version of an entry in a commit: the tree id of its folder, so changed pictures count, too. Undefined if there is
 * no such entry.
 */
export const versionAt = (store: Store, commit: string, folder: string): Promise<string | undefined> =>
  store.repository.idAt(commit, `${contentRoot}/${folder}`);

const problemsByListing = new WeakMap<Listing, Promise<Problem[]>>();

/** All problems in a listing. Cached by object: the listing of main is the same object until main changes. */
function problemsIn(store: Store, listing: Listing): Promise<Problem[]> {
  const known = problemsByListing.get(listing);
  if (known) return known;
  const checking = store.snapshots.files(listing).then(store.check);
  problemsByListing.set(listing, checking);
  checking.catch(() => problemsByListing.delete(listing));
  return checking;
}

/** The problems that a change would add. */
export async function problemsCausedBy(store: Store, before: Listing, after: Listing): Promise<Problem[]> {
  return newProblems(await problemsIn(store, before), await problemsIn(store, after));
}

export async function problemsOf(store: Store, listing: Listing, folder: string): Promise<Problem[]> {
  return (await problemsIn(store, listing)).filter(({ file }) => file === textPath(folder));
}

/** The title for lists, messages and commits, on one line; `otherwise` if the text has none. */
export function titleOf(collection: string, text: string, otherwise: string): string {
  if (!isCollectionName(collection)) return otherwise;
  const description = collectionOf(collection);
  try {
    const title = readEntryValues(description, text)[description.title];
    const line = typeof title === 'string' ? title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() : '';
    return line === '' ? otherwise : line;
  } catch {
    return otherwise;
  }
}

/** The author and time of the last change of a folder on main. */
export async function lastChangeOf(
  store: Store,
  folder: string,
): Promise<{ by: Actor; at: string | undefined } | undefined> {
  const commit = await store.repository.lastChange(mainRef, `${contentRoot}/${folder}`);
  if (commit === undefined) return undefined;
  const { name, email, at } = await store.repository.author(commit);
  return { by: { name, username: email.split('@')[0] ?? '' }, at };
}
