import { ProxyBackend } from 'decap-cms-backend-proxy';
import { CURSOR_COMPATIBILITY_SYMBOL, EditorialWorkflowError } from 'decap-cms-lib-util';
import type { CursorData } from 'decap-cms-lib-util';
import { folderOf } from '../../../src/model/addresses/entry-addresses.ts';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { callStore } from './server-request.ts';
import { SentFiles } from './assets.ts';
import type { Asset } from './assets.ts';
import { showConflict, showDialog } from '../frame/dialogs.ts';
import { showSlugTaken } from '../editor/slug-taken-dialog.ts';
import type { CurrentUser } from '../decap/config.ts';
import { writeForm } from './form-values.ts';
import { pageOf } from './entry-listing.ts';
import type { ListedEntry, ListingPage } from './entry-listing.ts';
import { watchNotes } from './editorial-notes.ts';
import { rememberStoredFiles } from './stored-files.ts';
import { versionOf, pathOf, rememberVersion } from './entry-versions.ts';
import { Refusal } from '../../shared/refusal.ts';
import { noteSavedPath } from '../editor/edits-during-save.ts';

interface UnpublishedEntry {
  collection: string;
  slug: string;
  version: string;
  diffs: { path: string; id: string; newFile: boolean }[];
  path?: string;
  data?: string;
}
interface SavedEntry {
  version: string;
  slug: string;
  path: string;
  notice?: string;
  files: string[];
}
interface SaveOptions {
  collectionName: string;
  newEntry: boolean;
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The workflow board and the editor request drafts one by one; for this many ms one response serves them all. */
const boardMaxAge = 3000;

/**
 * The Decap backend for the signed-in person. `whenStored` must finish before an entry counts as saved: Decap deletes
 * its own backup of a new entry only after it has reopened it. If the page is closed before that, the editor would be
 * offered the saved text as unsaved.
 */
export function hubBackend(
  person: CurrentUser,
  onStored: (collection: string, slug: string) => Promise<void>,
) {
  return class HubBackend extends ProxyBackend {
    /** Decap's slug of the entry saved last: the server may have moved it. */
    savedAs: string | undefined;
    board: { at: number; drafts: Map<string, UnpublishedEntry> } = { at: 0, drafts: new Map() };
    versions = new Map<string, string>();
    sent = new SentFiles();
    stopWatchingNotes = (): void => undefined;
    /** Pictures of an entry that was just unpublished, for the draft made from it. */
    picturesOfUnpublished = new Map<string, Asset[]>();

    request({ action, params }: { action: string; params: object }): Promise<unknown> {
      return callStore(action, params);
    }

    restoreUser(): Promise<object> {
      return this.authenticate();
    }
    authenticate(): Promise<object> {
      return Promise.resolve({ name: person.name, login: person.username });
    }
    async logout(): Promise<void> {
      await fetch('/admin/sign-out', { method: 'POST' });
      location.assign('/admin/sign-in');
    }
    getMedia(): Promise<unknown[]> {
      // Pictures are stored with their entry; there is no media library.
      return Promise.resolve([]);
    }

    async entriesByFolder(folder: string): Promise<ListedEntry[]> {
      const { entries, cursor } = await pageOf(folder, 1);
      return Object.assign(entries, { [CURSOR_COMPATIBILITY_SYMBOL]: cursor });
    }
    allEntriesByFolder(folder: string, extension: string, depth: number): Promise<ListedEntry[]> {
      return callStore('allEntriesByFolder', { folder, extension, depth });
    }
    traverseCursor(cursor: CursorData): Promise<ListingPage> {
      return pageOf(String(cursor.data?.get('folder')), Number(cursor.data?.get('page')) + 1);
    }

    async getEntry(path: string): Promise<ListedEntry> {
      const entry = await callStore<ListedEntry & { version: string; files: string[] }>('getEntry', { path });
      rememberVersion(path, { text: entry.data, version: entry.version });
      rememberStoredFiles(path, entry.files);
      return entry;
    }

    async unpublishedEntries(): Promise<string[]> {
      const drafts = await callStore<UnpublishedEntry[]>('allUnpublishedEntries', {});
      this.board = {
        at: Date.now(),
        drafts: new Map(drafts.map((draft) => [`${draft.collection}/${draft.slug}`, draft])),
      };
      return [...this.board.drafts.keys()];
    }
    async unpublishedEntry(wanted: {
      id?: string;
      collection?: string;
      slug?: string;
    }): Promise<UnpublishedEntry> {
      const known = wanted.id === undefined ? undefined : this.board.drafts.get(wanted.id);
      const draft =
        known && Date.now() - this.board.at < boardMaxAge
          ? known
          : await callStore<UnpublishedEntry>('unpublishedEntry', wanted).catch((error: unknown) => {
              if (error instanceof Refusal && error.status === 404)
                throw new EditorialWorkflowError('content is not under editorial workflow', true);
              throw error;
            });
      // The version is stored before the text is read: if the text changes in between, a save is refused.
      this.versions.set(`${draft.collection}/${draft.slug}`, draft.version);
      const paths = draft.diffs.map(({ path }) => path);
      const text = paths.find((path) => path.endsWith('/index.md'));
      if (text !== undefined)
        rememberStoredFiles(
          text,
          paths.map(nameIn).filter((name) => name !== 'index.md'),
        );
      // Pictures are shown by URL. If they were listed, Decap would load them and send them back with every save.
      return { ...draft, diffs: draft.diffs.filter(({ path }) => path.endsWith('.md')) };
    }
    async unpublishedEntryDataFile(collection: string, slug: string, path: string): Promise<string> {
      const id = `${collection}/${slug}`;
      const listed = Date.now() - this.board.at < boardMaxAge ? this.board.drafts.get(id) : undefined;
      const { data = '' } =
        listed?.data === undefined
          ? await callStore<{ data: string }>('unpublishedEntryDataFile', { collection, slug, path })
          : listed;
      const version = this.versions.get(id);
      rememberVersion(path, { text: data, ...(version === undefined ? {} : { version }) });
      return data;
    }

    async persistEntry(
      entry: { dataFiles: { path: string; slug: string; raw: string }[]; assets: Asset[] },
      { collectionName, newEntry }: SaveOptions,
    ): Promise<void> {
      const [file] = entry.dataFiles;
      if (!file || !isCollectionName(collectionName))
        throw new Error(`Unknown collection "${collectionName}".`);
      const collection = collectionOf(collectionName);
      const form = JSON.parse(file.raw) as Record<string, unknown>;
      const original = newEntry ? undefined : versionOf(file.path);
      const text = writeForm(collection, form, original?.text);
      const place = `content/${folderOf(collection, form)}/index.md`;
      const pictures = [...entry.assets, ...(this.picturesOfUnpublished.get(file.path) ?? [])];
      const send = (assets: object[]): Promise<SavedEntry> =>
        callStore<SavedEntry>('persistEntry', {
          dataFiles: [{ path: file.path, slug: file.slug, raw: text, newPath: place }],
          assets,
          options: {
            collectionName,
            newEntry: original?.version === undefined,
            useWorkflow: true,
            baseVersion: original?.version,
          },
        });
      const entrySent = { collection, path: file.path, text, assets: pictures };
      const saved = await this.sent.sendWith(entrySent, send).catch((error: unknown) => {
        if (error instanceof Refusal && error.details.taken)
          showSlugTaken(error.message, error.details.taken);
        else if (error instanceof Refusal && error.status === 409) showConflict(error.message, text);
        throw error;
      });
      this.picturesOfUnpublished.delete(file.path);
      this.board.at = 0;
      rememberVersion(saved.path, { text, version: saved.version });
      if (saved.notice !== undefined) showDialog({ title: '地址改了', sentence: saved.notice });
      rememberStoredFiles(saved.path, saved.files);
      noteSavedPath(saved.path);
      await onStored(collectionName, file.slug);
      this.savedAs = collection.single
        ? collection.name
        : saved.path.slice(`content/${collectionName}/`.length, -3);
    }

    async publishUnpublishedEntry(collection: string, slug: string): Promise<void> {
      const version = versionOf(pathOf(collection, slug))?.version;
      try {
        await callStore('publishUnpublishedEntry', { collection, slug, version });
      } catch (error) {
        if (error instanceof Refusal && error.problems.length > 0)
          showDialog({ title: '还没有发布', sentence: error.message, problems: error.problems });
        throw error;
      } finally {
        this.board.at = 0;
      }
    }

    /** Shows new notes of other editors while the entry is open. */
    startNotesPolling(
      collection: string,
      slug: string,
      { onUpdate }: { onUpdate?: (notes: unknown[], changes: unknown[]) => void },
    ): Promise<void> {
      this.stopWatchingNotes();
      this.stopWatchingNotes = watchNotes(collection, slug, (notes) => onUpdate?.(notes, []));
      return Promise.resolve();
    }
    stopNotesPolling(): Promise<void> {
      this.stopWatchingNotes();
      return Promise.resolve();
    }

    async deleteFiles(paths: string[]): Promise<void> {
      // To unpublish, Decap deletes the entry and saves it again as a draft: keep its pictures for the draft.
      for (const path of paths) {
        const mediaFolder = path.slice(0, path.lastIndexOf('/'));
        const pictures = await callStore<Asset[]>('getMedia', { mediaFolder });
        const text = versionOf(path)?.text;
        await callStore('deleteFiles', { paths: [path] }).catch((error: unknown) => {
          if (error instanceof Refusal && error.problems.length > 0)
            showDialog({ title: '还没有删除', sentence: error.message, problems: error.problems });
          throw error;
        });
        this.picturesOfUnpublished.set(path, pictures);
        if (text !== undefined) rememberVersion(path, { text });
      }
    }
  };
}
