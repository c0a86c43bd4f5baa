import { Backend } from 'decap-cms-core/dist/esm/backend.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import type { Map } from 'immutable';
import { addressOf } from '../../../src/model/addresses/entry-addresses.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { entrySlugOf } from '../backend/before-saving.ts';

type Method = (this: DecapBackend, ...args: never[]) => unknown;
interface DecapBackend {
  implementation: { savedAs?: string };
}

/** Removes the old slug from the workflow board after the server has moved a draft. */
function dropFromBoard(collection: unknown, slug: unknown): void {
  store.dispatch({ type: 'UNPUBLISHED_ENTRY_DELETE_SUCCESS', payload: { collection, slug } });
}

const statusOf = (collection: unknown, slug: unknown): unknown =>
  store.getState().editorialWorkflow.getIn(['entities', `${String(collection)}.${String(slug)}`, 'status']);

/** A save does not change the status, but Decap then shows the one from when the draft was opened. */
function showStatus(collection: unknown, slug: unknown, newStatus: unknown): void {
  store.dispatch({
    type: 'UNPUBLISHED_ENTRY_STATUS_CHANGE_SUCCESS',
    payload: { collection, slug, newStatus },
  });
}

function descriptionOf(collection: Map<string, unknown>): Collection {
  const name = String(collection.get('name'));
  if (!isCollectionName(name)) throw new Error(`Unknown collection "${name}".`);
  return collectionOf(name);
}

/**
 * Replaces methods of Decap's Backend where the config has no option. Each method must exist, or the desk does not
 * start: a new version of Decap has to be reviewed first.
 */
export function patchDecap(
  onBackupDeleted: (collection: string, slug: string) => void,
  siteUrl: (address: string) => string,
): void {
  const replacements: Record<string, (original: Method) => Method> = {
    // Decap would append a number until the slug is free; the editor should be informed instead. Also, its {{year}}
    // depends on the clock of this computer.
    generateUniqueSlug: () =>
      function (collection: Map<string, unknown>, data: Map<string, unknown>) {
        return Promise.resolve(
          entrySlugOf(descriptionOf(collection), data.toJS() as Record<string, unknown>),
        );
      },
    // The server may have moved the entry: another slug or year.
    persistEntry: (original) =>
      async function (...args) {
        const [{ collection, entryDraft }] = args as unknown as [Record<string, Map<string, unknown>>];
        const name = collection?.get('name');
        const status = statusOf(name, entryDraft?.getIn(['entry', 'slug']));
        const slug = await original.apply(this, args);
        const { savedAs = slug } = this.implementation;
        setTimeout(() => {
          if (savedAs !== slug) dropFromBoard(name, slug);
          if (status !== undefined) showStatus(name, savedAs, status);
        }, 0);
        return savedAs;
      },
    // Only published entries have a URL; drafts have the preview pane.
    getDeploy: () =>
      function (collection: Map<string, unknown>, _slug: string, entry?: Map<string, unknown>) {
        // Decap also calls this while the entry is loading.
        if (!entry) return { url: '', status: '' };
        const values = (entry.get('data') as Map<string, unknown>).toJS() as Record<string, unknown>;
        return { url: siteUrl(addressOf(descriptionOf(collection), values)), status: 'SUCCESS' };
      },
    getDeployPreview: () => () => Promise.resolve({ url: '', status: '' }),
    // Decap's recovery loses drafts (decap-cms issue 5055): autosave.ts replaces it.
    getLocalDraftBackup: () => () => Promise.resolve({}),
    persistLocalDraftBackup: () => () => Promise.resolve(undefined),
    deleteLocalDraftBackup: () =>
      function (collection: Map<string, unknown>, slug: string | false) {
        onBackupDeleted(String(collection.get('name')), slug === false ? '' : slug);
        return Promise.resolve(undefined);
      },
  };
  for (const [name, replace] of Object.entries(replacements)) {
    const original = Backend.prototype[name];
    if (typeof original !== 'function') throw new Error(`Decap's Backend has no ${name} any more.`);
    Backend.prototype[name] = replace(original as Method);
  }
}
