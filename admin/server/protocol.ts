import { collectionOf } from '../../src/model/collections.ts';
import { decodeText } from '../../src/model/decode-text.ts';
import { findDraft } from './draft-lookup.ts';
import { setDraftStatus } from './draft-status.ts';
import { saveDraft } from './drafts.ts';
import { boardOf, draftAsUnpublished, draftFile } from './drafts-shown.ts';
import { entriesIn } from './entries.ts';
import { mergeDraft } from './merging.ts';
import { entryAt, fileShown, mediaAt, mediaIn } from './published-shown.ts';
import { addNote, deleteNote, notesOn, toggleNote, updateNote } from './notes.ts';
import type { Note } from './notes.ts';
import type { Permission } from '../shared/roles.ts';
import { mustHave } from './permissions.ts';
import type { Person } from './permissions.ts';
import { draftKey, placeOfText, textOf } from './places.ts';
import { readAssets, readDataFile, readList, readText, readTexts } from './protocol-input.ts';
import type { Params } from './protocol-input.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Store } from './store.ts';
import { restore } from './restoring.ts';
import { trashDraft, trashEntry, trashList } from './trash.ts';

export interface Desk {
  store: Store;
  /** Told after every change of main: a release is due. */
  published(by: Person): void;
}

type Answer = (desk: Desk, person: Person, params: Params) => Promise<unknown>;

interface Action {
  /** Named by every action: one without it does not compile. */
  permission: Permission;
  answer: Answer;
}
const reads = (answer: Answer): Action => ({ permission: 'read', answer });
const edits = (answer: Answer): Action => ({ permission: 'edit', answer });
const publishes = (answer: Answer): Action => ({ permission: 'publish', answer });
const deletes = (answer: Answer): Action => ({ permission: 'delete', answer });

/** Decap's proxy protocol: what the desk may ask, and which permission it takes. */
const actions: Readonly<Record<string, Action>> = {
  info: reads(() => Promise.resolve({ repo: 'hub', publish_modes: ['editorial_workflow'], type: 'hub' })),
  entriesByFolder: reads(async ({ store }, _, params) => {
    const answer = await entriesIn(store, collectionIn(params), readList(params));
    return params['page'] === undefined ? answer.entries : answer;
  }),
  allEntriesByFolder: reads(
    async ({ store }, _, params) => (await entriesIn(store, collectionIn(params))).entries,
  ),
  entriesByFiles: reads(async ({ store }, _, params) => {
    const files = Array.isArray(params['files']) ? (params['files'] as Params[]) : [];
    const found = await Promise.all(files.map((file) => entryAt(store, readText(file, 'path'))));
    return found.filter((entry) => entry !== undefined);
  }),
  getEntry: reads(async ({ store }, _, params) => {
    const entry = await entryAt(store, readText(params, 'path'));
    if (!entry) throw new Refusal(404, '这篇内容还没有发布，或者已经删除。');
    return entry;
  }),
  unpublishedEntries: reads(async ({ store }) =>
    [...(await store.records.read()).drafts.values()].map(({ collection, slug }) => `${collection}/${slug}`),
  ),
  allUnpublishedEntries: reads(({ store }) => boardOf(store)),
  unpublishedEntry: reads(async ({ store }, _, params) => {
    const { collection, name } = keyIn(params);
    const draft = await findDraft(store, collection, name);
    if (!draft) throw new Refusal(404, '这篇内容现在没有草稿。');
    return draftAsUnpublished(store, draft);
  }),
  unpublishedEntryDataFile: reads(async ({ store }, _, params) => {
    const { collection, name } = keyIn(params);
    const file = await draftFile(store, collection, name, readText(params, 'path'));
    return { data: decodeText(file.bytes).text };
  }),
  unpublishedEntryMediaFile: reads(async ({ store }, _, params) => {
    const { collection, name } = keyIn(params);
    const path = readText(params, 'path');
    return fileShown(path, await draftFile(store, collection, name, path));
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
    const { commit, folder, along } = await mergeDraft(desk.store, person, collection, name, version);
    desk.published(person);
    return { published: true, commit, path: textOf(folder), along };
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
    const { kind, collection, folder, title, draft, said } = await restore(
      desk.store,
      person,
      readText(params, 'id'),
    );
    if (kind === 'entry') desk.published(person);
    return { kind, collection, folder, title, slug: draft?.slug, path: textOf(folder), said };
  }),
  getMedia: reads(({ store }, _, params) => mediaIn(store, readText(params, 'mediaFolder'))),
  getMediaFile: reads(({ store }, _, params) => mediaAt(store, readText(params, 'path'))),
  persistMedia: edits(() =>
    Promise.reject(
      new Refusal(422, '图片和附件要放在文章里：请打开一篇内容，在里面上传，它会和文章一起保存和发布。'),
    ),
  ),
  getDeployPreview: reads(() => Promise.resolve(null)),
  getNotes: reads(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    return { notes: (await notesOn(store, collection, name)).map((note) => noteShown(note, person)) };
  }),
  addNote: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    const { content } = (params['note'] ?? {}) as Params;
    return { note: noteShown(await addNote(store, person, collection, name, content), person) };
  }),
  updateNote: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    const updates = (params['updates'] ?? {}) as Params;
    const id = readText(params, 'noteId');
    return { note: noteShown(await updateNote(store, person, collection, name, id, updates), person) };
  }),
  deleteNote: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    await deleteNote(store, person, collection, name, readText(params, 'noteId'));
    return { message: '批注已删除。' };
  }),
  toggleNoteResolution: edits(async ({ store }, person, params) => {
    const { collection, name } = keyIn(params);
    return { note: noteShown(await toggleNote(store, collection, name, readText(params, 'noteId')), person) };
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

export async function answer(desk: Desk, person: Person, request: unknown): Promise<unknown> {
  const { action, params } = (request ?? {}) as { action?: unknown; params?: unknown };
  const known = typeof action === 'string' && Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!known) throw new Refusal(400, '这个页面是旧的，请刷新后再试。');
  mustHave(person, known.permission);
  return known.answer(desk, person, (params ?? {}) as Params);
}

async function persistEntry(desk: Desk, person: Person, params: Params): Promise<unknown> {
  const { store } = desk;
  const options = (params['options'] ?? {}) as Params;
  const file = readDataFile(params);
  const collection =
    typeof options['collectionName'] === 'string'
      ? options['collectionName']
      : placeOfText(file.path).collection;
  const saved = await saveDraft(store, person, {
    ...file,
    collection,
    assets: readAssets(params),
    isNew: options['newEntry'] === true,
    baseVersion: typeof options['baseVersion'] === 'string' ? options['baseVersion'] : undefined,
  });
  if (options['useWorkflow'] === false && !saved.unchanged) {
    mustHave(person, 'publish', '草稿已经存好。发布需要由有发布权限的人来做。');
    const { name } = draftKey(collection, saved.slug);
    await mergeDraft(store, person, collection, name, saved.version);
    desk.published(person);
  }
  return { ...saved, collection };
}

/** Only whole entries are removed: a picture leaves together with the sentence that showed it. */
async function deleteAll(desk: Desk, person: Person, paths: readonly string[]): Promise<unknown> {
  const texts = paths.filter((path) => path.endsWith('/index.md'));
  if (texts.length === 0) {
    throw new Refusal(422, '单个图片或附件不能直接删除：请打开用到它的内容，改好后保存发布。');
  }
  for (const path of texts) {
    if (collectionOf(placeOfText(path).collection).single) {
      throw new Refusal(422, '站点设置不能删除，只能修改。');
    }
  }
  const trashed: string[] = [];
  for (const path of texts) trashed.push((await trashEntry(desk.store, person, path)).id);
  desk.published(person);
  return { message: '已放进回收站，需要时可以恢复。', trash: trashed };
}

const noteShown = (note: Note, person: Person) => ({ ...note, isOwn: note.authorId === person.username });

/** `content/activities` -> `activities`. */
const collectionIn = (params: Params): string => readText(params, 'folder').split('/')[1] ?? '';

/** A draft is named by collection and slug, or by Decap's id, which is both. */
function keyIn(params: Params): { collection: string; name: string } {
  if (typeof params['collection'] === 'string')
    return draftKey(params['collection'], readText(params, 'slug'));
  const [collection = '', ...slug] = readText(params, 'id').split('/');
  return draftKey(collection, slug.join('/'));
}
