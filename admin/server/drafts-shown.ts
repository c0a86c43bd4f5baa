import { decodeText } from '../../src/model/decode-text.ts';
import { findDraft, noDraft } from './draft-lookup.ts';
import type { Draft } from './draft-lookup.ts';
import { root, safePath, textOf } from './places.ts';
import { draftRef } from './places.ts';
import { Refusal } from '../shared/refusal.ts';
import { versionAt } from './store.ts';
import type { Store } from './store.ts';

/** A draft in Decap's shape, with what ours adds: its version and who worked on it. */
export async function draftAsUnpublished(store: Store, { record, tip }: Draft) {
  const { collection, slug, folder, from, base, status, updatedAt, updatedBy, createdBy, title } = record;
  const [files, before, version] = await Promise.all([
    store.snapshots.entry(tip, folder),
    store.snapshots.entry(base, from ?? folder),
    versionAt(store, tip, folder),
  ]);
  const text = `${folder}/index.md`;
  const diffs = [...files]
    // Pictures that were published before are listed, too: the preview of a draft needs them all.
    .map(([path, { id }]) => ({ path: `${root}/${path}`, id, newFile: !before.has(path) }))
    .sort((a, b) => Number(b.path === `${root}/${text}`) - Number(a.path === `${root}/${text}`));
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
    path: textOf(folder),
  };
}

type Shown = Awaited<ReturnType<typeof draftAsUnpublished>> & { data: string };
const shownByTip = new Map<string, Promise<Shown>>();

/** Every draft with its text, in one answer. What a tip holds never changes, so only new ones are read. */
export async function boardOf(store: Store): Promise<Shown[]> {
  const { drafts } = await store.records.read();
  const board = await Promise.all(
    [...drafts.values()].map(async (record) => {
      const tip = await store.repository.tip(draftRef(record.collection, record.name));
      if (tip === undefined) return undefined;
      const known = shownByTip.get(tip) ?? showWithText(store, { record, tip });
      shownByTip.set(tip, known);
      // Who and which state stand in the record, which can change without the text.
      const { status, updatedAt, updatedBy } = record;
      return { ...(await known), status, updatedAt, updatedBy: updatedBy.name };
    }),
  );
  if (shownByTip.size > 2 * drafts.size + 100) shownByTip.clear();
  return board.filter((each) => each !== undefined);
}

async function showWithText(store: Store, draft: Draft): Promise<Shown> {
  const shown = await draftAsUnpublished(store, draft);
  const object = await store.repository.read(`${draft.tip}:${textOf(draft.record.folder)}`);
  return { ...shown, data: object ? decodeText(object.bytes).text : '' };
}

/** A file of a draft: its text, or a picture beside it. */
export async function draftFile(
  store: Store,
  collection: string,
  name: string,
  path: string,
): Promise<{ id: string; bytes: Buffer }> {
  safePath(path);
  const draft = await findDraft(store, collection, name);
  if (!draft) throw noDraft();
  if (!path.startsWith(`${root}/${draft.record.folder}/`)) {
    throw new Refusal(404, '这个文件不属于这篇草稿。');
  }
  const file = await store.repository.read(`${draft.tip}:${path}`);
  if (file?.type !== 'blob') throw new Refusal(404, '草稿里找不到这个文件，它可能已经被删除。');
  return file;
}
