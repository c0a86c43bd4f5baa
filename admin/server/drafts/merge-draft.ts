import type { Problem } from '../../../src/model/problems.ts';
import { conflictRefusal } from './conflict-refusals.ts';
import { findDraft, draftGone } from './draft-lookup.ts';
import { contentAfterPublishing } from './content-after-publishing.ts';
import { contentRoot, draftRef } from '../entries/entry-paths.ts';
import type { Person } from '../accounts/permissions.ts';
import { rebaseDraft } from './rebase-draft.ts';
import type { RebasedDraft } from './rebase-draft.ts';
import { draftRecordKey } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { mainRef, gitName } from '../git/repository.ts';
import type { Repository } from '../git/repository.ts';
import { treeChangesOf } from '../git/content-snapshots.ts';
import type { ContentChange, Listing } from '../git/content-snapshots.ts';
import { listed } from '../git/content-checks.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

export interface Merged {
  /** The merge commit on main. */
  commit: string;
  folder: string;
  title: string;
  /** The number of other entries that were updated because this one moved. */
  referrerCount: number;
}

/**
 * Merges a draft into main if the checks of the build pass. A draft that is based on an older version is rebased first.
 * If there are conflicts, it is not published, so that an editor can review it.
 */
export async function mergeDraft(
  store: Store,
  person: Person,
  collection: string,
  name: string,
  version?: string,
): Promise<Merged> {
  await readAhead(store, collection, name);
  const merged = await store.repository.transact<RebasedDraft | Merged>(async () => {
    const main = await mainCommit(store);
    const records = await store.records.read();
    const draft = await findDraft(store, collection, name);
    if (!draft) throw draftGone();
    const current = await versionAt(store, draft.tip, draft.record.folder);
    if (version !== undefined && version !== current) {
      throw await conflictRefusal(store, draft.record.folder, current, 'changed', draft.record);
    }
    const key = draftRecordKey(collection, draft.record.name);
    const ref = draftRef(collection, draft.record.name);

    const fresh = await rebaseDraft(store, person, draft, main);
    const { folder, from, title } = fresh.record;
    if (draft.record.from !== undefined && from === undefined) {
      throw await conflictRefusal(store, draft.record.from, undefined, 'gone');
    }
    if (fresh.conflicts.length > 0) {
      const recordsChange = await store.records.next(
        records,
        new Map([[key, fresh.record]]),
        `Join ${key}\n`,
      );
      return { changes: [{ ref, from: draft.tip, to: fresh.tip }, recordsChange], result: fresh };
    }
    const existing = from === folder ? undefined : await versionAt(store, main, folder);
    if (existing !== undefined) throw await conflictRefusal(store, folder, existing, 'taken');

    const published = await store.snapshots.listing(main);
    const { change, referrers } = await contentAfterPublishing(store, published, fresh);
    await assertPublishable(store, published, change, folder);

    const tree = await store.repository.writeTree(main, treeChangesOf(published, change));
    const message = `Publish ${collection}/${name}: ${title}\n\nPublished-by: ${gitName(person)} <${person.email}>\n`;
    const commit = await store.repository.commit(tree, [main, fresh.tip], person, message);
    const recordsChange = await store.records.next(
      records,
      new Map([[key, undefined]]),
      `Publish ${collection}/${name}\n`,
    );
    return {
      changes: [
        { ref: mainRef, from: main, to: commit },
        { ref, from: draft.tip, to: undefined },
        recordsChange,
      ],
      result: { commit, folder, title, referrerCount: referrers.length },
    };
  });
  if ('conflicts' in merged) {
    throw new Refusal(409, `还没有发布：${merged.notice ?? ''}请先重新打开这篇草稿。`);
  }
  return merged;
}

/**
 * Reads main and the draft before the transaction, because other saves wait for that. A draft that cannot be checked is
 * refused here already.
 */
async function readAhead(store: Store, collection: string, name: string): Promise<void> {
  await store.checks.prepare(await store.snapshots.listing(await mainCommit(store)));
  const draft = await findDraft(store, collection, name);
  const path = `${draft?.record.folder ?? ''}/index.md`;
  const id = draft && (await store.repository.idAt(draft.tip, `${contentRoot}/${path}`));
  const reading = id === undefined ? undefined : await store.readings.of({ path, id });
  if (reading?.isTooMuch) throw notPublishable(reading.checked.problems);
}

/** Refuses with all problems in this entry, and those that it would cause in others. */
async function assertPublishable(
  store: Store,
  published: Listing,
  change: ContentChange,
  folder: string,
): Promise<void> {
  const problems = await problemsWith(store, published, change, folder);
  if (problems.length > 0) throw notPublishable(problems);
}

const notPublishable = (problems: readonly Problem[]): Refusal =>
  new Refusal(422, `还不能发布：共 ${String(problems.length)} 处需要修改。改好后再点发布。`, {
    problems: listed(problems),
  });

/** The problems in an entry, then those that it would cause in others. */
export async function problemsWith(
  store: Store,
  published: Listing,
  change: ContentChange,
  folder: string,
): Promise<Problem[]> {
  const { own, caused } = await store.checks.problemsAfter(published, change, folder);
  const seen = new Set(own.map(({ file, line, message }) => `${file}:${String(line)}:${message}`));
  const elsewhere = caused.filter(
    ({ file, line, message }) => !seen.has(`${file}:${String(line)}:${message}`),
  );
  return [...own, ...elsewhere];
}

/** The tree id of content/: commits with the same id build the same site. */
export const contentTreeId = (repository: Repository, commit: string): Promise<string | undefined> =>
  repository.idAt(commit, contentRoot);
