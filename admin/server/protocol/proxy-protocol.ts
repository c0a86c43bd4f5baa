import { collectionOf } from '../../../src/model/collections.ts';
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
import { readAssets, readDataFile, readList, readText, readTexts } from './proxy-params.ts';
import type { Params } from './proxy-params.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Store } from '../git/content-store.ts';
import { restoreFromTrash } from '../trash/restore-from-trash.ts';
import { trashDraft, trashEntry, trashList } from '../trash/move-to-trash.ts';

export interface ActionContext {
  store: Store;
  /** Called after every change of main, to request a build. */
  published(by: Person): void;
}

type ActionHandler = (desk: ActionContext, person: Person, params: Params) => Promise<unknown>;

interface Action {
  /** Required, so that no action can be added without a permission. */
  permission: Permission;
  handle: ActionHandler;
}
const reads = (handle: ActionHandler): Action => ({ permission: 'read', handle });
const edits = (handle: ActionHandler): Action => ({ permission: 'edit', handle });
const publishes = (handle: ActionHandler): Action => ({ permission: 'publish', handle });
const deletes = (handle: ActionHandler): Action => ({ permission: 'delete', handle });

/** The actions of Decap's proxy protocol and our own, with the required permission. */
const actions: Readonly<Record<string, Action>> = {
  info: reads(() => Promise.resolve({ repo: 'hub', publish_modes: ['editorial_workflow'], type: 'hub' })),
  entriesByFolder: reads(async ({ store }, _, params) => {
    const page = await listEntries(store, collectionIn(params), readList(params));
    return params['page'] === undefined ? page.entries : page;
  }),
  allEntriesByFolder: reads(
    async ({ store }, _, params) => (await listEntries(store, collectionIn(params))).entries,
  ),
  entriesByFiles: reads(async ({ store }, _, params) => {
    const files = Array.isArray(params['files']) ? (params['files'] as Params[]) : [];
    const found = await Promise.all(files.map((file) => publishedEntry(store, readText(file, 'path'))));
    return found.filter((entry) => entry !== undefined);
  }),
  getEntry: reads(async ({ store }, _, params) => {
    const entry = await publishedEntry(store, readText(params, 'path'));
    if (!entry) throw new Refusal(404, '这篇内容还没有发布，或者已经删除。');
    return entry;
  }),
  unpublishedEntries: reads(async ({ store }) =>
    [...(await store.records.read()).drafts.values()].map(({ collection, slug }) => `${collection}/${slug}`),
  ),
  allUnpublishedEntries: reads(({ store }) => unpublishedEntries(store)),
  unpublishedEntry: reads(async ({ store }, _, params) => {
    const { collection, name } = keyIn(params);
    const draft = await findDraft(store, collection, name);
    if (!draft) throw new Refusal(404, '这篇内容现在没有草稿。');
    return unpublishedEntryOf(store, draft);
  }),
  unpublishedEntryDataFile: reads(async ({ store }, _, params) => {
    const { collection, name } = keyIn(params);
    const file = await draftFile(store, collection, name, readText(params, 'path'));
    return { data: decodeText(file.bytes).text };
  }),
  unpublishedEntryMediaFile: reads(async ({ store }, _, params) => {
    const { collection, name } = keyIn(params);
    const path = readText(params, 'path');
    return decapFile(path, await draftFile(store, collection, name, path));
  }),
  persistEntry: edits(persistEntry),
  updateUnpublishedEntryStatus: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    await setDraftStatus(store, person, collection, name, readText(params, 'newStatus'));
    return { message: '草稿的状态已经更新。' };
  }),
  publishUnpublishedEntry: publishes(async (desk, person, params) => {
    const { collection, name } = keyIn(params);
    const version = typeof params['version'] === 'string' ? params['version'] : undefined;
    const { commit, folder, referrerCount } = await mergeDraft(desk.store, person, collection, name, version);
    desk.published(person);
    return { published: true, commit, path: textPath(folder), referrerCount };
  }),
  deleteUnpublishedEntry: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    const { id } = await trashDraft(store, person, collection, name);
    return { message: '草稿已放进回收站。', trash: id };
  }),
  deleteFiles: deletes((desk, person, params) => deleteAll(desk, person, readTexts(params, 'paths'))),
  deleteFile: deletes((desk, person, params) => deleteAll(desk, person, [readText(params, 'path')])),
  listTrash: reads(async ({ store }) => ({
    items: (await trashList(store)).map(({ draft: _, commit: __, ...item }) => item),
  })),
  restoreFromTrash: deletes(async (desk, person, params) => {
    const { kind, collection, folder, title, draft, notice } = await restoreFromTrash(
      desk.store,
      person,
      readText(params, 'id'),
    );
    if (kind === 'entry') desk.published(person);
    return { kind, collection, folder, title, slug: draft?.slug, path: textPath(folder), notice };
  }),
  getMedia: reads(({ store }, _, params) => mediaFilesIn(store, readText(params, 'mediaFolder'))),
  getMediaFile: reads(({ store }, _, params) => mediaFile(store, readText(params, 'path'))),
  persistMedia: edits(() =>
    Promise.reject(
      new Refusal(422, '图片和附件要放在文章里：请打开一篇内容，在里面上传，它会和文章一起保存和发布。'),
    ),
  ),
  getDeployPreview: reads(() => Promise.resolve(null)),
  getNotes: reads(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    return { notes: (await notesOn(store, collection, name)).map((note) => decapNote(note, person)) };
  }),
  addNote: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    const { content } = (params['note'] ?? {}) as Params;
    return { note: decapNote(await addNote(store, person, collection, name, content), person) };
  }),
  updateNote: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    const updates = (params['updates'] ?? {}) as Params;
    const id = readText(params, 'noteId');
    return { note: decapNote(await updateNote(store, person, collection, name, id, updates), person) };
  }),
  deleteNote: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    await deleteNote(store, person, collection, name, readText(params, 'noteId'));
    return { message: '批注已删除。' };
  }),
  toggleNoteResolution: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    return { note: decapNote(await toggleNote(store, collection, name, readText(params, 'noteId')), person) };
  }),
  getPRMetadata: reads(async ({ store }, _, params) => {
    const { collection, name } = keyIn(params);
    const draft = await findDraft(store, collection, name);
    if (!draft) return { metadata: null };
    const { createdBy, createdAt } = draft.record;
    return { metadata: { id: `${collection}/${name}`, url: '', author: createdBy.name, createdAt } };
  }),
};

export const actionNames: readonly string[] = Object.keys(actions);

export async function handleAction(desk: ActionContext, person: Person, request: unknown): Promise<unknown> {
  const { action, params } = (request ?? {}) as { action?: unknown; params?: unknown };
  const known = typeof action === 'string' && Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!known) throw new Refusal(400, '这个页面是旧的，请刷新后再试。');
  assertPermission(person, known.permission);
  return known.handle(desk, person, (params ?? {}) as Params);
}

async function persistEntry(desk: ActionContext, person: Person, params: Params): Promise<unknown> {
  const { store } = desk;
  const options = (params['options'] ?? {}) as Params;
  const file = readDataFile(params);
  const collection =
    typeof options['collectionName'] === 'string'
      ? options['collectionName']
      : entryOfText(file.path).collection;
  const saved = await saveDraft(store, person, {
    ...file,
    collection,
    assets: readAssets(params),
    isNew: options['newEntry'] === true,
    baseVersion: typeof options['baseVersion'] === 'string' ? options['baseVersion'] : undefined,
  });
  if (options['useWorkflow'] === false && !saved.unchanged) {
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
  for (const path of texts) trashed.push((await trashEntry(desk.store, person, path)).id);
  desk.published(person);
  return { message: '已放进回收站，需要时可以恢复。', trash: trashed };
}

const decapNote = (note: Note, person: Person) => ({ ...note, isOwn: note.authorId === person.username });

/** `content/activities` -> `activities`. */
const collectionIn = (params: Params): string => readText(params, 'folder').split('/')[1] ?? '';

/** A draft is identified by collection and slug, or by Decap's id, which combines both. */
function keyIn(params: Params): { collection: string; name: string } {
  if (typeof params['collection'] === 'string')
    return draftKey(params['collection'], readText(params, 'slug'));
  const [collection = '', ...slug] = readText(params, 'id').split('/');
  return draftKey(collection, slug.join('/'));
}
