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

/** The texts and what belongs to them: published on main, drafts on branches, records beside. */
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
 * The version of an entry at a commit: the id of its folder, so that a changed picture counts as much as a
 * changed word. Undefined where there is no such entry.
 */
export const versionAt = (store: Store, commit: string, folder: string): Promise<string | undefined> =>
  store.repository.idAt(commit, `${contentRoot}/${folder}`);

const problemsByListing = new WeakMap<Listing, Promise<Problem[]>>();

/** What is wrong with content as a whole. The listing of main stays the same object until main moves. */
function problemsIn(store: Store, listing: Listing): Promise<Problem[]> {
  const known = problemsByListing.get(listing);
  if (known) return known;
  const checking = store.snapshots.files(listing).then(store.check);
  problemsByListing.set(listing, checking);
  return checking;
}

/** What would be wrong after a change that is not wrong already. */
export async function problemsCausedBy(store: Store, before: Listing, after: Listing): Promise<Problem[]> {
  return newProblems(await problemsIn(store, before), await problemsIn(store, after));
}

export async function problemsOf(store: Store, listing: Listing, folder: string): Promise<Problem[]> {
  return (await problemsIn(store, listing)).filter(({ file }) => file === textPath(folder));
}

/** The name an entry goes by in lists, sentences and the history, on one line, whatever state its text is in. */
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

/** Who last touched a folder on main, and when if that is known. */
export async function lastChangeOf(
  store: Store,
  folder: string,
): Promise<{ by: Actor; at: string | undefined } | undefined> {
  const commit = await store.repository.lastChange(mainRef, `${contentRoot}/${folder}`);
  if (commit === undefined) return undefined;
  const { name, email, at } = await store.repository.author(commit);
  return { by: { name, username: email.split('@')[0] ?? '' }, at };
}
