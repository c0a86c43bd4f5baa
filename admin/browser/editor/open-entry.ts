import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { Map } from 'immutable';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import type { Collection } from '../../../src/model/define-collection.ts';

/** A picture or file added in this session: it travels with the next save. */
export interface AddedFile {
  name: string;
  url: string;
  file: File;
}

/** The entry open in the editor, read out of Decap's state. */
export interface OpenEntry {
  collection: Collection;
  /** Decap's name of it; empty until it has been saved once. */
  slug: string;
  path: string;
  values: Record<string, unknown>;
  added: AddedFile[];
  hasChanged: boolean;
  /** Changes whenever another text is put into the editor. */
  key: unknown;
}

type Entry = Map<string, unknown>;

export function openEntry(): OpenEntry | undefined {
  const { entryDraft } = store.getState();
  const entry = entryDraft.get('entry') as Entry | undefined;
  const name = String(entry?.get('collection') ?? '');
  const data = entry?.get('data');
  if (!entry || !isCollectionName(name) || !Map.isMap(data)) return undefined;
  return {
    collection: collectionOf(name),
    slug: String(entry.get('slug') ?? ''),
    path: String(entry.get('path') ?? ''),
    values: data.toJS() as Record<string, unknown>,
    added: addedIn(entry),
    hasChanged: entryDraft.get('hasChanged') === true,
    key: entryDraft.get('key'),
  };
}

function addedIn(entry: Entry): AddedFile[] {
  const files = entry.get('mediaFiles') as Iterable<Entry> | undefined;
  return [...(files ?? [])]
    .filter((file) => file.get('draft') === true)
    .map((file) => ({
      name: String(file.get('name')),
      url: String(file.get('url')),
      file: file.get('file') as File,
    }));
}

/** Same object, same text: cheap to compare after each key pressed. */
export const openText = (): unknown => store.getState().entryDraft.getIn(['entry', 'data']);
export const openFiles = (): unknown => store.getState().entryDraft.getIn(['entry', 'mediaFiles']);
export const openPath = (): string => String(store.getState().entryDraft.getIn(['entry', 'path'], ''));
export const openKey = (): unknown => store.getState().entryDraft.get('key');
export const hasUnsaved = (): boolean => store.getState().entryDraft.get('hasChanged') === true;

export const isSaving = (): boolean => store.getState().entryDraft.getIn(['entry', 'isPersisting']) === true;

/** Whether an entry has a draft, as Decap last read it. */
export const isDraft = ({ collection, slug }: OpenEntry): boolean =>
  store.getState().editorialWorkflow.getIn(['entities', `${collection.name}.${slug}`, 'status']) !==
  undefined;

export const onDeskChange = (listener: () => void): (() => void) => store.subscribe(listener);

// Decap's own actions, by the names in its actions/entries.ts.

/** Writes into a field as if it had been typed. */
export function setField(name: string, value: unknown): void {
  const payload = { field: Map({ name }), value, metadata: {}, entries: [] };
  store.dispatch({ type: 'DRAFT_CHANGE_FIELD', payload });
}

/** Not saved, whatever Decap thinks: the value is what it was. */
export function markChanged(): void {
  const data = openText() as Entry;
  const name = data.keySeq().first();
  if (name !== undefined) setField(name, data.get(name));
}

export function addFile(name: string, file: File): AddedFile {
  const added = { name, url: URL.createObjectURL(file), file };
  store.dispatch({
    type: 'ADD_DRAFT_ENTRY_MEDIA_FILE',
    payload: { id: name, path: name, size: file.size, draft: true, ...added },
  });
  return added;
}

/** Takes an added file out again: no further save carries it. */
export function removeFile(name: string): void {
  store.dispatch({ type: 'REMOVE_DRAFT_ENTRY_MEDIA_FILE', payload: { id: name } });
}

/** Puts other values and files into the editor, marked as not yet saved. */
export function replaceOpenEntry(
  values: Record<string, unknown>,
  files: readonly { name: string; file: Blob }[],
): void {
  const entry = (store.getState().entryDraft.get('entry') as Entry).toJS();
  const mediaFiles = files.map(({ name, file }) => {
    const whole = new File([file], name, { type: file.type });
    return { id: name, path: name, name, file: whole, url: URL.createObjectURL(file), draft: true };
  });
  // Both in one turn: between them Decap would ask a question of its own.
  store.dispatch({
    type: 'DRAFT_LOCAL_BACKUP_RETRIEVED',
    payload: { entry: { ...entry, data: values, mediaFiles } },
  });
  store.dispatch({ type: 'DRAFT_CREATE_FROM_LOCAL_BACKUP' });
}
