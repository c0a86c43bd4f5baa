import { Backend } from 'decap-cms-core/dist/esm/backend.js';
import type { Map } from 'immutable';
import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import { nameOf } from './before-saving.ts';

type Method = (this: DecapBackend, ...args: never[]) => Promise<unknown>;
interface DecapBackend {
  implementation: { savedAs?: string };
}

/**
 * Where Decap would go its own way, and its config has no word for it. Each method named here must exist, or the
 * desk does not start: another version of Decap has to be looked at first.
 */
export function replaceInDecap(onLetGo: (collection: string, slug: string) => void): void {
  const replacements: Record<string, (original: Method) => Method> = {
    // Decap would count up until a name is free; an editor should hear that the name is taken. And its {{year}}
    // follows the clock of this computer.
    generateUniqueSlug: () =>
      function (collection: Map<string, unknown>, data: Map<string, unknown>) {
        const name = String(collection.get('name'));
        if (!isCollectionName(name)) throw new Error(`Unknown collection "${name}".`);
        return Promise.resolve(nameOf(collectionOf(name), data.toJS() as Record<string, unknown>));
      },
    // The server may have moved the entry: a new slug, another year.
    persistEntry: (original) =>
      async function (...args) {
        const slug = await original.apply(this, args);
        return this.implementation.savedAs ?? slug;
      },
    // Its recovery loses drafts (decap-cms issue 5055): ours stands in autosave.ts.
    getLocalDraftBackup: () => () => Promise.resolve({}),
    persistLocalDraftBackup: () => () => Promise.resolve(undefined),
    deleteLocalDraftBackup: () =>
      function (collection: Map<string, unknown>, slug: string | false) {
        onLetGo(String(collection.get('name')), slug === false ? '' : slug);
        return Promise.resolve(undefined);
      },
  };
  for (const [name, replace] of Object.entries(replacements)) {
    const original = Backend.prototype[name];
    if (typeof original !== 'function') throw new Error(`Decap's Backend has no ${name} any more.`);
    Backend.prototype[name] = replace(original as Method);
  }
}
