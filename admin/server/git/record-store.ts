import type { Person } from '../accounts/permissions.ts';
import { isDamage } from './damaged-store.ts';
import type { RefChange, Repository } from './repository.ts';
import { hubSignature } from './repository.ts';

/** The author of a change, as stored in the records. */
export interface Actor {
  username: string;
  name: string;
}
export const actorOf = ({ username, name }: Person): Actor => ({ username, name });

export type DraftStatus = 'draft' | 'pending_review' | 'pending_publish';
export const draftStatuses: readonly string[] = ['draft', 'pending_review', 'pending_publish'];

/** A note on a draft, in the shape Decap's notes pane shows. */
export interface Note {
  id: string;
  /** The author's 姓名; `authorId` is the username and decides who may edit the note. */
  author: string;
  authorId: string;
  timestamp: string;
  content: string;
  resolved: boolean;
}

export interface DraftRecord {
  collection: string;
  /** The slug without `/index`: the draft's name. */
  name: string;
  /** The slug as sent by the browser. */
  slug: string;
  /** The entry's folder in the draft, relative to content/. */
  folder: string;
  /** The published folder of the entry; missing for a new entry. */
  from?: string | undefined;
  /** The commit on main that the draft is based on. */
  base: string;
  title: string;
  status: DraftStatus;
  createdBy: Actor;
  createdAt: string;
  updatedBy: Actor;
  updatedAt: string;
  notes: Note[];
}

export interface TrashRecord {
  id: string;
  /** A published entry, or a draft. */
  kind: 'entry' | 'draft';
  collection: string;
  folder: string;
  title: string;
  by: Actor;
  at: string;
  /** A commit that contains it. */
  commit: string;
  draft?: DraftRecord;
}

/** Metadata of drafts and trash. */
export interface Records {
  /** The commit they were read from; undefined if there is none yet. */
  commit: string | undefined;
  drafts: ReadonlyMap<string, DraftRecord>;
  trash: ReadonlyMap<string, TrashRecord>;
  /** Records that cannot be read. They are left out, so that one of them never hides the others. */
  unreadable: readonly string[];
}

/** Records to write, or undefined to delete. Keys are `drafts/<collection>/<name>` and `trash/<id>`. */
export type RecordChanges = ReadonlyMap<string, DraftRecord | TrashRecord | undefined>;

export const recordsRef = 'refs/meta/drafts';
export const draftRecordKey = (collection: string, name: string): string =>
  `drafts/${collection}/${name.replaceAll('/', '--')}`;
export const trashRecordKey = (id: string): string => `trash/${id}`;

/**
 * Stores the records in a separate ref, one JSON file each. The ref is updated in the same transaction as the branches,
 * so they are always consistent.
 */
export class RecordStore {
  readonly #repository: Repository;
  #last: Records | undefined;
  #objects = new Map<string, unknown>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  async read(): Promise<Records> {
    const commit = await this.#repository.tip(recordsRef);
    if (this.#last?.commit === commit && this.#last) return this.#last;
    const drafts = new Map<string, DraftRecord>();
    const trash = new Map<string, TrashRecord>();
    const unreadable: string[] = [];
    const objects = new Map<string, unknown>();
    const files = commit === undefined ? new Map() : await this.#repository.files(commit);
    await Promise.all(
      [...files].map(async ([path, { id }]: [string, { id: string }]) => {
        objects.set(id, this.#objects.get(id) ?? (await this.#parse(id)));
        const key = path.replace(/\.json$/, '');
        const record = objects.get(id);
        if (!(key.startsWith('drafts/') ? isDraftRecord(record) : isTrashRecord(record)))
          unreadable.push(key);
        else if (key.startsWith('drafts/')) drafts.set(key, objects.get(id) as DraftRecord);
        else trash.set(key, objects.get(id) as TrashRecord);
      }),
    );
    this.#objects = objects;
    return (this.#last = { commit, drafts, trash, unreadable });
  }

  /** Commits the changes and returns the ref update to apply. */
  async next(records: Records, changes: RecordChanges, message: string): Promise<RefChange> {
    const files = new Map<string, string | undefined>();
    for (const [key, record] of changes) {
      const text = record && `${JSON.stringify(record, null, 2)}\n`;
      files.set(`${key}.json`, text === undefined ? undefined : await this.#repository.storeBlob(text));
    }
    const tree = await this.#repository.writeTree(records.commit, files);
    const parents = records.commit === undefined ? [] : [records.commit];
    const to = await this.#repository.commit(tree, parents, hubSignature, message);
    return { ref: recordsRef, from: records.commit, to };
  }

  async #parse(id: string): Promise<unknown> {
    try {
      const object = await this.#repository.read(id);
      return JSON.parse(object?.bytes.toString('utf8') ?? 'null');
    } catch (error) {
      if (error instanceof SyntaxError || isDamage(error)) return undefined;
      throw error;
    }
  }
}

const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
const isActor = (value: unknown): boolean => hasTexts(value, ['username', 'name']);

const isDraftRecord = (value: unknown): value is DraftRecord =>
  hasTexts(value, ['collection', 'name', 'slug', 'folder', 'base', 'title', 'status', 'updatedAt']) &&
  isActor((value as DraftRecord).createdBy) &&
  isActor((value as DraftRecord).updatedBy) &&
  Array.isArray((value as DraftRecord).notes);

const isTrashRecord = (value: unknown): value is TrashRecord =>
  hasTexts(value, ['id', 'kind', 'collection', 'folder', 'title', 'at', 'commit']) &&
  isActor((value as TrashRecord).by);
