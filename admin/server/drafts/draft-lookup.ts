import { isCollectionName } from '../../../src/model/collections.ts';
import { draftRef } from '../entries/entry-paths.ts';
import { draftRecordKey } from '../git/record-store.ts';
import type { DraftRecord, Records } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Store } from '../git/content-store.ts';

export const recordKeyOf = ({ collection, name }: DraftRecord): string => draftRecordKey(collection, name);

/** Finds a draft by its current folder, or by its original name. */
export function recordOf(records: Records, collection: string, name: string): DraftRecord | undefined {
  const at = [...records.drafts.values()].find(({ folder }) => folder === `${collection}/${name}`);
  return at ?? records.drafts.get(draftRecordKey(collection, name));
}

/** The draft of an entry in a folder, even if the draft moves it elsewhere. */
export const recordAtFolder = (records: Records, place: string): DraftRecord | undefined =>
  [...records.drafts.values()].find(({ folder, from }) => folder === place || from === place);

export interface Draft {
  record: DraftRecord;
  tip: string;
}

export async function findDraft(store: Store, collection: string, name: string): Promise<Draft | undefined> {
  if (!isCollectionName(collection)) return undefined;
  const record = recordOf(await store.records.read(), collection, name);
  const tip = record && (await store.repository.tip(draftRef(collection, record.name)));
  return record && tip !== undefined ? { record, tip } : undefined;
}

export const draftGone = (): Refusal =>
  new Refusal(404, '这篇草稿已经不在了：可能已经发布或删除。请回到列表刷新一下。');
