import { decodeText } from '../../../src/model/files/decode-text.ts';
import { findDraft, draftGone } from '../drafts/draft-lookup.ts';
import type { Draft } from '../drafts/draft-lookup.ts';
import { contentRoot, checkedPath, textPath } from '../entries/entry-paths.ts';
import { draftRef } from '../entries/entry-paths.ts';
import { Refusal } from '../../shared/refusal.ts';
import { isDamage } from '../git/damaged-store.ts';
import { versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import type { DraftRecord } from '../git/record-store.ts';

/** A draft in Decap's format, with our additions: version and people. */
export async function unpublishedEntryOf(store: Store, { record, tip }: Draft) {
  const { collection, slug, folder, from, base, status, updatedAt, updatedBy, createdBy, title } = record;
  const [files, before, version] = await Promise.all([
    store.snapshots.entry(tip, folder),
    store.snapshots.entry(base, from ?? folder),
    versionAt(store, tip, folder),
  ]);
  const text = `${folder}/index.md`;
  const diffs = [...files]
    // Already published pictures are listed, too, because the preview needs them.
    .map(([path, { id }]) => ({ path: `${contentRoot}/${path}`, id, newFile: !before.has(path) }))
    .sort(
      (a, b) => Number(b.path === `${contentRoot}/${text}`) - Number(a.path === `${contentRoot}/${text}`),
    );
  return {
    collection,
    slug,
    status,
    diffs,
    updatedAt,
    pullRequestAuthor: updatedBy.name,
    updatedBy: updatedBy.name,
    createdBy: createdBy.name,
    title,
    version,
    path: textPath(folder),
  };
}

type UnpublishedEntry = Awaited<ReturnType<typeof unpublishedEntryOf>> & { data: string };
const entriesOf = new WeakMap<Store, Map<string, Promise<UnpublishedEntry>>>();

/** All drafts with their texts. Cached by branch tip, so only new commits are read. */
export async function unpublishedEntries(store: Store): Promise<UnpublishedEntry[]> {
  const { drafts } = await store.records.read();
  const entryByTip = entriesOf.get(store) ?? new Map<string, Promise<UnpublishedEntry>>();
  entriesOf.set(store, entryByTip);
  const board = await Promise.all(
    [...drafts.values()].map(async (record) => {
      // A damaged draft is left out; opening it says why. The others stay in the list.
      const shown = await unpublishedEntryAtTip(store, record, entryByTip).catch((error: unknown) => {
        if (isDamage(error)) return undefined;
        throw error;
      });
      // Status and people are in the record, which can change without the text.
      const { status, updatedAt, updatedBy } = record;
      return shown && { ...shown, status, updatedAt, updatedBy: updatedBy.name };
    }),
  );
  if (entryByTip.size > 2 * drafts.size + 100) entryByTip.clear();
  return board.filter((each) => each !== undefined);
}

async function unpublishedEntryAtTip(
  store: Store,
  record: DraftRecord,
  entryByTip: Map<string, Promise<UnpublishedEntry>>,
): Promise<UnpublishedEntry | undefined> {
  const tip = await store.repository.tip(draftRef(record.collection, record.name));
  if (tip === undefined) return undefined;
  const known = entryByTip.get(tip) ?? unpublishedEntryWithText(store, { record, tip });
  entryByTip.set(tip, known);
  known.catch(() => entryByTip.delete(tip));
  return known;
}

async function unpublishedEntryWithText(store: Store, draft: Draft): Promise<UnpublishedEntry> {
  const shown = await unpublishedEntryOf(store, draft);
  const object = await store.repository.read(`${draft.tip}:${textPath(draft.record.folder)}`);
  return { ...shown, data: object ? decodeText(object.bytes).text : '' };
}

/** A file of a draft: its text or a picture. */
export async function draftFile(
  store: Store,
  collection: string,
  name: string,
  path: string,
): Promise<{ id: string; bytes: Buffer }> {
  checkedPath(path);
  const draft = await findDraft(store, collection, name);
  if (!draft) throw draftGone();
  if (!path.startsWith(`${contentRoot}/${draft.record.folder}/`)) {
    throw new Refusal(404, '这个文件不属于这篇草稿。');
  }
  const file = await store.repository.read(`${draft.tip}:${path}`);
  if (file?.type !== 'blob') throw new Refusal(404, '草稿里找不到这个文件，它可能已经被删除。');
  return file;
}
