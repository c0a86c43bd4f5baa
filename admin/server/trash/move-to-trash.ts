import { randomUUID } from 'node:crypto';
import { displayTime } from '../../shared/beijing-time.ts';
import { findDraft, draftGone } from '../drafts/draft-lookup.ts';
import { draftRef, entryOfFolder } from '../entries/entry-paths.ts';
import type { Person } from '../accounts/permissions.ts';
import { actorOf, draftRecordKey, trashRecordKey } from '../git/record-store.ts';
import type { TrashRecord } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { mainRef } from '../git/repository.ts';
import { treeChangesOf } from '../git/content-snapshots.ts';
import { listed } from '../git/content-checks.ts';
import { mainCommit, titleOf } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

export const trashRef = (id: string): string => `refs/trash/${id}`;

/** Newest first. */
export async function trashList(store: Store): Promise<TrashRecord[]> {
  const { trash } = await store.records.read();
  return [...trash.values()].sort((a, b) => b.at.localeCompare(a.at));
}

/** Deletes a published entry from main. It stays in the history and can be restored. */
export function trashEntry(store: Store, person: Person, path: string): Promise<TrashRecord> {
  const { collection, folder } = entryOfFolder(path.replace(/\/index\.md$/, ''));
  return store.repository.transact(async () => {
    const main = await mainCommit(store);
    const records = await store.records.read();
    const published = await store.snapshots.listing(main);
    const text = published.get(`${folder}/index.md`);
    if (!text) throw new Refusal(404, '这篇内容已经不在了，请刷新列表。');
    for (const draft of records.drafts.values()) {
      if (draft.folder !== folder && draft.from !== folder) continue;
      const when = displayTime(draft.updatedAt);
      throw new Refusal(
        409,
        `${draft.updatedBy.name}在${when}保存了这篇内容的草稿，还没有发布。请先发布或删除草稿，再删除这篇内容。`,
      );
    }
    const change = { folders: [folder], files: new Map() };
    const { caused: problems } = await store.checks.problemsAfter(published, change);
    if (problems.length > 0) {
      const sentence = `还有 ${String(problems.length)} 处用到这篇内容。请先改掉这些地方，再删除。`;
      throw new Refusal(409, sentence, { problems: listed(problems) });
    }
    const title = await titleOf(store, `${folder}/index.md`, text.id, folder);
    const tree = await store.repository.writeTree(main, treeChangesOf(published, change));
    const message = `Remove ${folder}: ${title}\n`;
    const commit = await store.repository.commit(tree, [main], person, message);
    const record: TrashRecord = {
      id: randomUUID(),
      kind: 'entry',
      collection,
      folder,
      title,
      by: actorOf(person),
      at: new Date().toISOString(),
      commit: main,
    };
    const changes = new Map([[trashRecordKey(record.id), record]]);
    const recordsChange = await store.records.next(records, changes, `Trash ${folder}\n`);
    return { changes: [{ ref: mainRef, from: main, to: commit }, recordsChange], result: record };
  });
}

/** Deletes a draft without publishing it. It can be restored, too. */
export function trashDraft(
  store: Store,
  person: Person,
  collection: string,
  name: string,
): Promise<TrashRecord> {
  return store.repository.transact(async () => {
    const records = await store.records.read();
    const draft = await findDraft(store, collection, name);
    if (!draft) throw draftGone();
    const record: TrashRecord = {
      id: randomUUID(),
      kind: 'draft',
      collection,
      folder: draft.record.folder,
      title: draft.record.title,
      by: actorOf(person),
      at: new Date().toISOString(),
      commit: draft.tip,
      draft: draft.record,
    };
    const key = draftRecordKey(collection, draft.record.name);
    const recordsChange = await store.records.next(
      records,
      new Map([
        [key, undefined],
        [trashRecordKey(record.id), record],
      ]),
      `Trash the draft ${collection}/${name}\n`,
    );
    return {
      changes: [
        // Without this ref, git would eventually delete the commits of the branch.
        { ref: trashRef(record.id), from: undefined, to: draft.tip },
        { ref: draftRef(collection, draft.record.name), from: draft.tip, to: undefined },
        recordsChange,
      ],
      result: record,
    };
  });
}
