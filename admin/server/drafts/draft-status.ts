import { recordKeyOf, draftGone, recordOf } from './draft-lookup.ts';
import type { Person } from '../accounts/permissions.ts';
import { draftStatuses } from '../git/record-store.ts';
import type { DraftRecord, DraftStatus } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { gitName } from '../git/repository.ts';
import type { Store } from '../git/content-store.ts';

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
    if (!record) throw draftGone();
    if (record.status === wanted) return { changes: [], result: undefined };
    const next: DraftRecord = { ...record, status: wanted };
    const message = `Set ${collection}/${name} to ${wanted}\n\nSet-by: ${gitName(person)} <${person.email}>\n`;
    const move = await store.records.next(records, new Map([[recordKeyOf(record), next]]), message);
    return { changes: [move], result: undefined };
  });
}

const asStatus = (status: string | undefined): DraftStatus | undefined =>
  draftStatuses.includes(status ?? '') ? (status as DraftStatus) : undefined;
