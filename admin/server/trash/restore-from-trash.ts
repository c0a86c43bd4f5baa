import { conflictRefusal, takenRefusal } from '../drafts/conflict-refusals.ts';
import { displayTime } from '../../shared/beijing-time.ts';
import { recordAtFolder } from '../drafts/draft-lookup.ts';
import { problemsWith } from '../drafts/merge-draft.ts';
import { withoutTakenAddresses, movesIn, textWithMoves } from '../entries/entry-moves.ts';
import { draftRef, textPath } from '../entries/entry-paths.ts';
import type { Person } from '../accounts/permissions.ts';
import { rebaseDraft } from '../drafts/rebase-draft.ts';
import { actorOf, draftRecordKey, trashRecordKey } from '../git/record-store.ts';
import type { DraftRecord, Records, TrashRecord } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { mainRef } from '../git/repository.ts';
import { treeChangesOf } from '../git/content-snapshots.ts';
import type { Listing } from '../git/content-snapshots.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { trashRef } from './move-to-trash.ts';

/** The restored item, with a message for the editor. */
export type Restored = TrashRecord & { notice?: string | undefined };

/** Restores a deleted entry to main, or a deleted draft. */
export function restoreFromTrash(store: Store, person: Person, id: string): Promise<Restored> {
  return store.repository.transact<Restored>(async () => {
    const records = await store.records.read();
    const record = records.trash.get(trashRecordKey(id));
    if (!record) throw new Refusal(404, '回收站里已经没有这一项了：可能别人刚刚恢复了它。请刷新列表。');
    return record.draft ? restoreDraft(store, person, record) : restoreEntry(store, person, record);
  });
}

async function restoreEntry(store: Store, person: Person, record: TrashRecord) {
  const main = await mainCommit(store);
  const records = await store.records.read();
  const { folder } = record;
  const existing = await versionAt(store, main, folder);
  if (existing !== undefined) throw await conflictRefusal(store, folder, existing, 'taken');
  const draft = recordAtFolder(records, folder);
  if (draft) {
    const when = displayTime(draft.updatedAt);
    throw new Refusal(
      409,
      `${draft.updatedBy.name}在${when}保存了一篇放在同一处的草稿《${draft.title}》。请先发布或删除那篇草稿，再恢复。`,
    );
  }
  const published = await store.snapshots.listing(main);
  const files = await filesWithMovesApplied(store, published, record);
  const change = { folders: [folder], files };
  const problems = await problemsWith(store, published, change, folder);
  const tree = await store.repository.writeTree(main, treeChangesOf(published, change));
  const commit = await store.repository.commit(tree, [main], person, `Restore ${folder}: ${record.title}\n`);
  if (problems.length > 0)
    return restoreAsDraft(store, person, record, { records, main, commit }, problems.length);
  const changes = new Map([[trashRecordKey(record.id), undefined]]);
  const recordsChange = await store.records.next(records, changes, `Restore ${folder}\n`);
  return { changes: [{ ref: mainRef, from: main, to: commit }, recordsChange], result: record };
}

/** The deleted files, with references updated to entries that have moved since. */
async function filesWithMovesApplied(
  store: Store,
  published: Listing,
  record: TrashRecord,
): Promise<Listing> {
  const path = `${record.folder}/index.md`;
  const files = await store.snapshots.entry(record.commit, record.folder);
  const file = files.get(path);
  if (!file) throw new Error(`${textPath(record.folder)} is not in ${record.commit}.`);
  const text = await store.snapshots.text(file.id);
  const free = await withoutTakenAddresses(store, published, { path, id: file.id, text });
  const whole = await textWithMoves(store, path, free, await movesIn(store, published));
  if (whole === text) return files;
  return new Map([...files, [path, { ...file, id: await store.repository.storeBlob(whole) }]]);
}

/** Restores an entry that no longer passes the checks as a draft, so that an editor can fix it. */
async function restoreAsDraft(
  store: Store,
  person: Person,
  { id, collection, folder, title }: TrashRecord,
  at: { records: Records; main: string; commit: string },
  problems: number,
) {
  const name = folder.slice(collection.length + 1);
  const key = draftRecordKey(collection, name);
  const other = at.records.drafts.get(key);
  if (other) throw await takenRefusal(store, other.folder, other);
  const now = new Date().toISOString();
  const by = actorOf(person);
  const draft: DraftRecord = {
    collection,
    name,
    slug: `${name}/index`,
    folder,
    base: at.main,
    title,
    status: 'draft',
    createdBy: by,
    createdAt: now,
    updatedBy: by,
    updatedAt: now,
    notes: [],
  };
  const changes = new Map([
    [key, draft],
    [trashRecordKey(id), undefined],
  ]);
  const recordsChange = await store.records.next(at.records, changes, `Restore ${folder} as a draft\n`);
  const notice = `它现在有 ${String(problems)} 处要修改，所以先放在草稿里。请改好后再发布。`;
  const restored: Restored = {
    id,
    kind: 'draft',
    collection,
    folder,
    title,
    by,
    at: now,
    commit: at.commit,
    draft,
    notice,
  };
  return {
    changes: [{ ref: draftRef(collection, name), from: undefined, to: at.commit }, recordsChange],
    result: restored,
  };
}

/** The entry may have changed since its draft was deleted, so the draft is rebased. */
async function restoreDraft(store: Store, person: Person, record: TrashRecord) {
  if (!record.draft) throw new Error(`Trash record ${record.id} has no draft.`);
  const main = await mainCommit(store);
  const records = await store.records.read();
  const kept = { record: record.draft, tip: record.commit };
  const { record: draft, tip, notice } = await rebaseDraft(store, person, kept, main);
  const key = draftRecordKey(draft.collection, draft.name);
  const other =
    records.drafts.get(key) ??
    recordAtFolder(records, draft.folder) ??
    recordAtFolder(records, draft.from ?? draft.folder);
  if (other) throw await takenRefusal(store, other.folder, other);
  const changes = new Map([
    [key, draft],
    [trashRecordKey(record.id), undefined],
  ]);
  const recordsChange = await store.records.next(
    records,
    changes,
    `Restore the draft ${draft.collection}/${draft.name}\n`,
  );
  return {
    changes: [
      { ref: draftRef(draft.collection, draft.name), from: undefined, to: tip },
      { ref: trashRef(record.id), from: record.commit, to: undefined },
      recordsChange,
    ],
    result: { ...record, folder: draft.folder, draft, notice },
  };
}
