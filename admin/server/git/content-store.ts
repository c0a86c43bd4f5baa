import { contentRoot } from '../entries/entry-paths.ts';
import { TextReadings } from '../entries/text-readings.ts';
import { workHere } from '../workers/text-work.ts';
import type { TextWork } from '../workers/text-work.ts';
import { ContentChecks } from './content-checks.ts';
import type { Actor } from './record-store.ts';
import { RecordStore } from './record-store.ts';
import { mainRef, Repository } from './repository.ts';
import { Snapshots } from './content-snapshots.ts';

/** Published content on main, drafts on branches, and their records. */
export interface Store {
  repository: Repository;
  snapshots: Snapshots;
  records: RecordStore;
  /** Does the work on single texts and files, within limits. */
  work: TextWork;
  readings: TextReadings;
  checks: ContentChecks;
}

export interface StoreOptions {
  /** Reject sample content. */
  production?: boolean;
  /** The cache folder, shared with the build. */
  cache?: string;
  work?: TextWork;
}

export function openStore(folder: string, options: StoreOptions = {}): Store {
  const { production = false, cache, work = workHere } = options;
  const repository = new Repository(folder);
  const snapshots = new Snapshots(repository, work, cache);
  const readings = new TextReadings(work, (id) => snapshots.decoded(id));
  const checks = new ContentChecks(production, snapshots, readings);
  return { repository, snapshots, records: new RecordStore(repository), work, readings, checks };
}

export async function mainCommit(store: Pick<Store, 'repository'>): Promise<string> {
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

/** The title for lists, messages and commits; `otherwise` if the text has none. `path` is below content/. */
export async function titleOf(
  store: Store,
  path: string,
  id: string | undefined,
  otherwise: string,
): Promise<string> {
  const reading = id === undefined ? undefined : await store.readings.of({ path, id });
  return reading?.title ?? otherwise;
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
