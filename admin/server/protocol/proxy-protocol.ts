import { z } from 'zod';
import { collectionOf } from '../../../src/model/collections.ts';
import { mostFilesOfEntry } from '../../../src/model/files/file-names.ts';
import { decodeText } from '../../../src/model/files/decode-text.ts';
import { findDraft } from '../drafts/draft-lookup.ts';
import { setDraftStatus } from '../drafts/draft-status.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { unpublishedEntries, unpublishedEntryOf, draftFile } from './unpublished-entries.ts';
import { listEntries } from '../entries/list-entries.ts';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { publishedEntry, decapFile, mediaFile, mediaFilesIn } from './published-entries.ts';
import { addNote, deleteNote, notesOn, toggleNote, updateNote } from '../drafts/draft-notes.ts';
import type { Note } from '../git/record-store.ts';
import type { Permission } from '../../shared/roles.ts';
import { assertPermission } from '../accounts/permissions.ts';
import type { Person } from '../accounts/permissions.ts';
import { draftKey, entryOfText, textPath } from '../entries/entry-paths.ts';
import { readAs } from '../requests/invalid-request.ts';
import * as params from './proxy-params.ts';
import { collectionIn, keyIn } from './proxy-params.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Store } from '../git/content-store.ts';
import { restoreFromTrash } from '../trash/restore-from-trash.ts';
import { trashDraft, trashEntry, trashList } from '../trash/move-to-trash.ts';

export interface ActionContext {
  store: Store;
  /** Called after every change of main, to request a build. */
  published(by: Person): void;
}

interface Action {
  /** Required, so that no action can be added without a permission. */
  permission: Permission;
  /** Reads the parameters as the schema says, and does it. */
  handle(desk: ActionContext, person: Person, sent: unknown): Promise<unknown>;
}

/** Schemas are required, too: a handler only sees values of the right type. */
const actionFor =
  (permission: Permission) =>
  <Schema extends z.ZodType>(
    params: Schema,
    handle: (desk: ActionContext, person: Person, params: z.output<Schema>) => Promise<unknown>,
  ): Action => ({
    permission,
    handle: (desk, person, sent) => handle(desk, person, readAs(params, sent, 'params')),
  });
const reads = actionFor('read');
const edits = actionFor('edit');
const publishes = actionFor('publish');
const deletes = actionFor('delete');

/** The actions of Decap's proxy protocol and our own, with the required permission. */
const actions: Readonly<Record<string, Action>> = {
  info: reads(params.nothing, () =>
    Promise.resolve({ repo: 'hub', publish_modes: ['editorial_workflow'], type: 'hub' }),
  ),
  entriesByFolder: reads(params.listing, async ({ store }, _, { folder, ...request }) => {
    const page = await listEntries(store, collectionIn({ folder }), request);
    return request.page === undefined ? page.entries : page;
  }),
  allEntriesByFolder: reads(
    params.listing,
    async ({ store }, _, { folder }) => (await listEntries(store, collectionIn({ folder }))).entries,
  ),
  entriesByFiles: reads(params.entryFiles, async ({ store }, _, { files }) => {
    const found = await Promise.all(files.map(({ path }) => publishedEntry(store, path)));
    return found.filter((entry) => entry !== undefined);
  }),
  getEntry: reads(params.onePath, async ({ store }, _, { path }) => {
    const entry = await publishedEntry(store, path);
    if (!entry) throw new Refusal(404, '这篇内容还没有发布，或者已经删除。');
    return entry;
  }),
  unpublishedEntries: reads(params.nothing, async ({ store }) =>
    [...(await store.records.read()).drafts.values()].map(({ collection, slug }) => `${collection}/${slug}`),
  ),
  allUnpublishedEntries: reads(params.nothing, ({ store }) => unpublishedEntries(store)),
  unpublishedEntry: reads(params.draft, async ({ store }, _, sent) => {
    const { collection, name } = keyIn(sent);
    const draft = await findDraft(store, collection, name);
    if (!draft) throw new Refusal(404, '这篇内容现在没有草稿。');
    return unpublishedEntryOf(store, draft);
  }),
  unpublishedEntryDataFile: reads(params.draftFileAt, async ({ store }, _, sent) => {
    const { collection, name } = keyIn(sent);
    const file = await draftFile(store, collection, name, sent.path);
    return { data: decodeText(file.bytes).text };
  }),
  unpublishedEntryMediaFile: reads(params.draftFileAt, async ({ store }, _, sent) => {
    const { collection, name } = keyIn(sent);
    return decapFile(sent.path, await draftFile(store, collection, name, sent.path));
  }),
  persistEntry: edits(params.entryToSave, persistEntry),
  updateUnpublishedEntryStatus: edits(params.draftStatus, async ({ store }, person, sent) => {
    const { collection, name } = keyIn(sent);
    await setDraftStatus(store, person, collection, name, sent.newStatus);
    return { message: '草稿的状态已经更新。' };
  }),
  publishUnpublishedEntry: publishes(params.draftVersion, async (desk, person, sent) => {
    const { collection, name } = keyIn(sent);
    const merged = await mergeDraft(desk.store, person, collection, name, sent.version);
    const { commit, folder, referrerCount } = merged;
    desk.published(person);
    return { published: true, commit, path: textPath(folder), referrerCount };
  }),
  deleteUnpublishedEntry: edits(params.draft, async ({ store }, person, sent) => {
    const { collection, name } = keyIn(sent);
    const { id } = await trashDraft(store, person, collection, name);
    return { message: '草稿已放进回收站。', trash: id };
  }),
  deleteFiles: deletes(params.manyPaths, (desk, person, { paths }) => deleteAll(desk, person, paths)),
  deleteFile: deletes(params.onePath, (desk, person, { path }) => deleteAll(desk, person, [path])),
  listTrash: reads(params.nothing, async ({ store }) => ({
    items: (await trashList(store)).map(({ draft: _, commit: __, ...item }) => item),
  })),
  restoreFromTrash: deletes(params.trashItem, async (desk, person, { id }) => {
    const restored = await restoreFromTrash(desk.store, person, id);
    const { kind, collection, folder, title, draft, notice } = restored;
    if (kind === 'entry') desk.published(person);
    return { kind, collection, folder, title, slug: draft?.slug, path: textPath(folder), notice };
  }),
  getMedia: reads(params.mediaFolder, ({ store }, _, { mediaFolder }) => mediaFilesIn(store, mediaFolder)),
  getMediaFile: reads(params.onePath, ({ store }, _, { path }) => mediaFile(store, path)),
  persistMedia: edits(params.nothing, () =>
    Promise.reject(
      new Refusal(422, '图片和附件要放在文章里：请打开一篇内容，在里面上传，它会和文章一起保存和发布。'),
    ),
  ),
  getDeployPreview: reads(params.nothing, () => Promise.resolve(null)),
  getNotes: reads(params.draft, async ({ store }, person, sent) => {
    const { collection, name } = keyIn(sent);
    return { notes: (await notesOn(store, collection, name)).map((note) => decapNote(note, person)) };
  }),
  addNote: edits(params.newNote, async ({ store }, person, sent) => {
    const { collection, name } = keyIn(sent);
    return { note: decapNote(await addNote(store, person, collection, name, sent.note.content), person) };
  }),
  updateNote: edits(params.noteChanges, async ({ store }, person, sent) => {
    const { collection, name } = keyIn(sent);
    const { noteId, updates } = sent;
    return { note: decapNote(await updateNote(store, person, collection, name, noteId, updates), person) };
  }),
  deleteNote: edits(params.oneNote, async ({ store }, person, sent) => {
    const { collection, name } = keyIn(sent);
    await deleteNote(store, person, collection, name, sent.noteId);
    return { message: '批注已删除。' };
  }),
  toggleNoteResolution: edits(params.oneNote, async ({ store }, person, sent) => {
    const { collection, name } = keyIn(sent);
    return { note: decapNote(await toggleNote(store, collection, name, sent.noteId), person) };
  }),
  getPRMetadata: reads(params.draft, async ({ store }, _, sent) => {
    const { collection, name } = keyIn(sent);
    const draft = await findDraft(store, collection, name);
    if (!draft) return { metadata: null };
    const { createdBy, createdAt } = draft.record;
    return { metadata: { id: `${collection}/${name}`, url: '', author: createdBy.name, createdAt } };
  }),
};

export const actionNames: readonly string[] = Object.keys(actions);

const request = z.object({
  action: z.string().refine((name) => Object.hasOwn(actions, name), 'is no action of this version'),
  params: z.unknown().optional(),
});

/** Whether an action only reads, so that it is not worth a line in the log. */
export const onlyReads = (action: string): boolean => actions[action]?.permission === 'read';

export async function handleAction(desk: ActionContext, person: Person, sent: unknown): Promise<unknown> {
  const { action, params = {} } = readAs(request, sent);
  const known = actions[action]!;
  assertPermission(person, known.permission);
  return known.handle(desk, person, params);
}

async function persistEntry(
  desk: ActionContext,
  person: Person,
  { dataFiles: [file], assets, options }: z.output<typeof params.entryToSave>,
): Promise<unknown> {
  const { store } = desk;
  if (assets.length > mostFilesOfEntry) {
    const most = String(mostFilesOfEntry);
    throw new Refusal(413, `一篇内容最多有 ${most} 个图片和附件，请拆成几篇，再分别上传。`);
  }
  const { path, newPath, slug, raw: text } = file;
  const collection = options.collectionName ?? entryOfText(path).collection;
  const saved = await saveDraft(store, person, {
    path,
    newPath: newPath === path ? undefined : newPath,
    slug,
    text,
    collection,
    assets,
    isNew: options.newEntry === true,
    baseVersion: options.baseVersion,
  });
  if (options.useWorkflow === false && !saved.unchanged) {
    assertPermission(person, 'publish', '草稿已经存好。发布需要由有发布权限的人来做。');
    const { name } = draftKey(collection, saved.slug);
    await mergeDraft(store, person, collection, name, saved.version);
    desk.published(person);
  }
  return { ...saved, collection };
}

/** Deletes whole entries only. A picture is deleted by removing its reference from the text. */
async function deleteAll(desk: ActionContext, person: Person, paths: readonly string[]): Promise<unknown> {
  const texts = paths.filter((path) => path.endsWith('/index.md'));
  if (texts.length === 0) {
    throw new Refusal(422, '单个图片或附件不能直接删除：请打开用到它的内容，改好后保存发布。');
  }
  for (const path of texts) {
    if (collectionOf(entryOfText(path).collection).single) {
      throw new Refusal(422, '站点设置不能删除，只能修改。');
    }
  }
  const trashed: string[] = [];
  try {
    for (const path of texts) trashed.push((await trashEntry(desk.store, person, path)).id);
  } finally {
    // Those before a refused one are deleted, and readers must not see them any longer.
    if (trashed.length > 0) desk.published(person);
  }
  return { message: '已放进回收站，需要时可以恢复。', trash: trashed };
}

const decapNote = (note: Note, person: Person) => ({ ...note, isOwn: note.authorId === person.username });
