import type { Person } from '../accounts/permissions.ts';
import { findDraft } from '../drafts/draft-lookup.ts';
import { entryOfFile } from '../entries/entry-paths.ts';
import { mainCommit } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { cleanUpload } from '../protocol/clean-upload.ts';
import { jsonIn } from '../requests/json-body.ts';
import { handleAction } from '../protocol/proxy-protocol.ts';
import { referencedFile } from '../protocol/published-entries.ts';

/** A file that a text names, for the preview. */
export interface FoundFile {
  path: string;
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface FileRequest {
  path: string;
  collection: string;
  slug: string;
}

/** All work on content for the desk's requests. Refusals are thrown as such. */
export interface DeskWork {
  /** An action of the protocol. The request is the JSON that the browser sent; so is the answer. */
  act(person: Person, request: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  file(request: FileRequest): Promise<FoundFile | undefined>;
  checkUpload(person: Person, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** The work in this thread: the desk's thread runs it, and so do tests. */
export function deskWork(store: Store, published: (by: Person) => void): DeskWork {
  return {
    act: async (person, request) => {
      const result = await handleAction({ store, published }, person, jsonIn(request));
      return new TextEncoder().encode(JSON.stringify(result ?? null));
    },
    // From the draft if it has the file, or else from main.
    file: async ({ path, collection, slug }) => {
      const { folder, src } = entryOfFile(path);
      const draft =
        collection === '' ? undefined : await findDraft(store, collection, slug.replace(/\/index$/, ''));
      const found =
        (draft && (await referencedFile(store, draft.tip, folder, src))) ??
        (await referencedFile(store, await mainCommit(store), folder, src));
      return found && { path: found.path, id: found.id, bytes: new Uint8Array(found.bytes) };
    },
    checkUpload: async (_person, name, bytes) => {
      await cleanUpload(name, bytes, (each) => store.snapshots.cleaned(each));
    },
  };
}
