import { keyOf, noDraft, recordOf } from './draft-lookup.ts';
import type { Person } from './permissions.ts';
import { draftStatuses } from './records.ts';
import type { DraftRecord, DraftStatus } from './records.ts';
import { Refusal } from '../shared/refusal.ts';
import { nameInHistory } from './repository.ts';
import type { Store } from './store.ts';

export function setDraftStatus(
  store: Store,
  person: Person,
  collection: string,
  name: string,
  status: string,
) {
  const wanted = asStatus(status);
  if (!wanted) throw new Refusal(400, '草稿的状态只有：草稿、待审核、待发布。');
  return store.repository.transact(async () => {
    const records = await store.records.read();
    const record = recordOf(records, collection, name);
    if (!record) throw noDraft();
    if (record.status === wanted) return { changes: [], result: undefined };
    const next: DraftRecord = { ...record, status: wanted };
    const message = `Set ${collection}/${name} to ${wanted}\n\nSet-by: ${nameInHistory(person)} <${person.email}>\n`;
    const move = await store.records.next(records, new Map([[keyOf(record), next]]), message);
    return { changes: [move], result: undefined };
  });
}

const asStatus = (status: string | undefined): DraftStatus | undefined =>
  draftStatuses.includes(status ?? '') ? (status as DraftStatus) : undefined;
