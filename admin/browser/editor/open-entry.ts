import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { Map } from 'immutable';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import type { Collection } from '../../../src/model/define-collection.ts';

/** A picture or file added in this page, sent with the next save. */
export interface AddedFile {
  name: string;
  url: string;
  file: File;
}

/** The entry open in the editor, read from Decap's Redux state. */
export interface OpenEntry {
  collection: Collection;
  /** Decap's slug; empty until the first save. */
  slug: string;
  path: string;
  values: Record<string, unknown>;
  added: AddedFile[];
  hasChanged: boolean;
  /** Changes whenever another entry is loaded into the editor. */
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

/** Immutable values: same object, same content, so comparing is cheap. */
export const openText = (): unknown => store.getState().entryDraft.getIn(['entry', 'data']);
export const openFiles = (): unknown => store.getState().entryDraft.getIn(['entry', 'mediaFiles']);
export const openPath = (): string => String(store.getState().entryDraft.getIn(['entry', 'path'], ''));
export const openKey = (): unknown => store.getState().entryDraft.get('key');
export const hasUnsaved = (): boolean => store.getState().entryDraft.get('hasChanged') === true;

export const isSaving = (): boolean => store.getState().entryDraft.getIn(['entry', 'isPersisting']) === true;

/** Whether the entry has a draft in Decap's state. */
export const isDraft = ({ collection, slug }: OpenEntry): boolean =>
  store.getState().editorialWorkflow.getIn(['entities', `${collection.name}.${slug}`, 'status']) !==
  undefined;

export const onDeskChange = (listener: () => void): (() => void) => store.subscribe(listener);

// Redux actions of Decap, see its actions/entries.ts.

/** Sets the value of a field, like typing it. */
export function setField(name: string, value: unknown): void {
  const payload = { field: Map({ name }), value, metadata: {}, entries: [] };
  store.dispatch({ type: 'DRAFT_CHANGE_FIELD', payload });
}

/** Marks the entry as unsaved by setting a field to its own value. */
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

/** Removes an added file from the entry. */
export function removeFile(name: string): void {
  store.dispatch({ type: 'REMOVE_DRAFT_ENTRY_MEDIA_FILE', payload: { id: name } });
}

/** Replaces the values and files in the editor, and marks them as unsaved. */
export function replaceOpenEntry(
  values: Record<string, unknown>,
  files: readonly { name: string; file: Blob }[],
): void {
  const entry = (store.getState().entryDraft.get('entry') as Entry).toJS();
  const mediaFiles = files.map(({ name, file }) => {
    const whole = new File([file], name, { type: file.type });
    return { id: name, path: name, name, file: whole, url: URL.createObjectURL(file), draft: true };
  });
  // Both in one turn, or Decap would show its own recovery dialog in between.
  store.dispatch({
    type: 'DRAFT_LOCAL_BACKUP_RETRIEVED',
    payload: { entry: { ...entry, data: values, mediaFiles } },
  });
  store.dispatch({ type: 'DRAFT_CREATE_FROM_LOCAL_BACKUP' });
}
