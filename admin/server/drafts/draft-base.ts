import type { CollectionName } from '../../../src/model/collections.ts';
import { conflictRefusal, takenRefusal } from './conflict-refusals.ts';
import { recordKeyOf, recordAtFolder, recordOf } from './draft-lookup.ts';
import { draftKey, draftRef, entryOfText } from '../entries/entry-paths.ts';
import { draftRecordKey } from '../git/record-store.ts';
import type { DraftRecord, Records } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import type { UploadedFile } from './draft-files.ts';

/** What the editor sends with a save. */
export interface DraftToSave {
  collection: string;
  slug: string;
  /** `content/…/index.md`: where the text is now, or where a new one goes. */
  path: string;
  /** The new path, when the date or the slug changed. */
  newPath?: string | undefined;
  text: string;
  /** Only files that the text refers to are stored. */
  assets: readonly UploadedFile[];
  isNew: boolean;
  /** The version the editor started from. */
  baseVersion?: string | undefined;
}

/** The entry to save, with its current and its new folder. */
export interface Target {
  collection: CollectionName;
  name: string;
  /** The folder that the browser knows. */
  start: string;
  /** The folder after the save. */
  folder: string;
}

export function targetOf(input: DraftToSave): Target {
  const { collection, name } = draftKey(input.collection, input.slug);
  const start = entryOfText(input.path);
  const place = input.newPath === undefined ? start : entryOfText(input.newPath);
  if (start.collection !== collection || place.collection !== collection) {
    throw new Refusal(422, '这篇内容的位置和所选栏目对不上，请刷新页面后再保存。');
  }
  return { collection, name, start: start.folder, folder: place.folder };
}

/** The state that a save is based on: the existing draft, or main at the first save. */
export interface DraftBase {
  main: string;
  records: Records;
  record: DraftRecord | undefined;
  key: string;
  ref: string;
  /** The tip of the draft's branch; undefined before the first save. */
  tip: string | undefined;
  /** The parent of the next commit. */
  parent: string;
  /** The folder of the entry in `parent`. */
  oldFolder: string;
  /** The version of the entry in `parent`. */
  current: string | undefined;
}

export async function readBase(store: Store, input: DraftToSave, target: Target): Promise<DraftBase> {
  const { collection, name, start } = target;
  const main = await mainCommit(store);
  const records = await store.records.read();
  const record =
    recordOf(records, collection, name) ?? (input.isNew ? undefined : recordAtFolder(records, start));
  const key = record ? recordKeyOf(record) : draftRecordKey(collection, name);
  const ref = draftRef(collection, record?.name ?? name);
  const tip = record ? await store.repository.tip(ref) : undefined;
  if (record && tip === undefined) throw new Error(`The draft ${key} has lost its branch ${ref}.`);
  const parent = tip ?? main;
  const oldFolder = record?.folder ?? start;
  const current = await versionAt(store, parent, oldFolder);
  return { main, records, record, key, ref, tip, parent, oldFolder, current };
}

/** Refuses a folder that another entry or draft uses. */
export async function assertFolderFree(
  store: Store,
  input: DraftToSave,
  { start, folder }: Target,
  { main, records, record, key }: DraftBase,
): Promise<void> {
  if (input.isNew && record) throw await takenRefusal(store, record.folder, record);
  const onMain = await versionAt(store, main, folder);
  if (onMain !== undefined && (input.isNew || folder !== (record?.from ?? start))) {
    throw await conflictRefusal(store, folder, onMain, 'taken');
  }
  for (const [other, each] of records.drafts) {
    if (other !== key && each.folder === folder) throw await takenRefusal(store, folder, each);
  }
}

/** Refuses a text that is based on an outdated version. */
export async function assertCurrentVersion(
  store: Store,
  input: DraftToSave,
  { start }: Target,
  { record, oldFolder, current }: DraftBase,
): Promise<void> {
  if (input.isNew) return;
  if (current === undefined) throw await conflictRefusal(store, start, undefined, 'gone');
  if (input.baseVersion === undefined) {
    throw new Refusal(428, '不知道您改的是哪一版。请复制您写的内容，重新打开这篇，再粘贴保存。');
  }
  if (input.baseVersion !== current)
    throw await conflictRefusal(store, oldFolder, current, 'changed', record);
}
