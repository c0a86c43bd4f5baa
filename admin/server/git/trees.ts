import type { ObjectReader } from './object-reader.ts';
import type { ObjectWriter } from './object-writer.ts';
import { isFolder, parseTree, treeBytes } from './tree-object.ts';
import type { TreeEntry } from './tree-object.ts';

export interface TreeFile {
  mode: string;
  id: string;
}
/** Changes of a tree: path -> blob id, or undefined to delete. */
export type TreeChanges = ReadonlyMap<string, string | undefined>;

const mostKnown = 50_000;

/** Reads and writes trees. They never change, so each is read once. */
export class Trees {
  readonly #reader: ObjectReader;
  readonly #writer: ObjectWriter;
  readonly #known = new Map<string, Promise<readonly TreeEntry[]>>();

  constructor(reader: ObjectReader, writer: ObjectWriter) {
    this.#reader = reader;
    this.#writer = writer;
  }

  /** All regular files, by path; no symlinks or submodules. */
  async files(tree: string, under = ''): Promise<Map<string, TreeFile>> {
    const found = new Map<string, TreeFile>();
    const walk = async (id: string, above: string): Promise<[string, TreeFile][]> => {
      const each = (await this.#entries(id)).map((entry): Promise<[string, TreeFile][]> => {
        if (isFolder(entry)) return walk(entry.id, `${above}${entry.name}/`);
        const isFile = entry.mode.startsWith('100');
        return Promise.resolve(isFile ? [[above + entry.name, { mode: entry.mode, id: entry.id }]] : []);
      });
      return (await Promise.all(each)).flat();
    };
    for (const [path, file] of await walk(tree, under)) found.set(path, file);
    return found;
  }

  /** Writes the tree that `base` becomes. Only the folders with changes are read and written. */
  async changed(base: string | undefined, changes: TreeChanges): Promise<string> {
    return (await this.#changedFolder(base, changes)) ?? this.#writer.write('tree', Buffer.alloc(0));
  }

  /** Undefined if nothing is left in the folder. */
  async #changedFolder(base: string | undefined, changes: TreeChanges): Promise<string | undefined> {
    const entries = new Map<string, TreeEntry>();
    for (const entry of base === undefined ? [] : await this.#entries(base)) entries.set(entry.name, entry);
    const { files, folders } = grouped(changes);
    // Deletions first: a file may be replaced by a folder of the same name, and the other way round.
    for (const [name, id] of files) {
      const old = entries.get(name);
      if (id === undefined && old && !isFolder(old)) entries.delete(name);
    }
    await Promise.all(
      [...folders].map(async ([name, inside]) => {
        const old = entries.get(name);
        const isThere = old !== undefined && isFolder(old);
        const isNew = [...inside.values()].some((id) => id !== undefined);
        if (!isThere && !isNew) return;
        const id = await this.#changedFolder(isThere ? old.id : undefined, inside);
        if (id === undefined) entries.delete(name);
        else entries.set(name, { mode: '40000', name, id });
      }),
    );
    for (const [name, id] of files) if (id !== undefined) entries.set(name, { mode: '100644', name, id });
    return entries.size === 0 ? undefined : this.#writer.write('tree', treeBytes([...entries.values()]));
  }

  #entries(id: string): Promise<readonly TreeEntry[]> {
    const known = this.#known.get(id);
    if (known) return known;
    if (this.#known.size > mostKnown) this.#known.clear();
    const reading = this.#reader.read(id).then((object) => {
      if (object?.type !== 'tree') throw new Error(`Object ${id} is not a tree.`);
      return parseTree(object.bytes);
    });
    this.#known.set(id, reading);
    reading.catch(() => this.#known.delete(id));
    return reading;
  }
}

/** The changes in a folder itself, and those in each folder below it. */
function grouped(changes: TreeChanges) {
  const files = new Map<string, string | undefined>();
  const folders = new Map<string, Map<string, string | undefined>>();
  for (const [path, id] of changes) {
    const slash = path.indexOf('/');
    if (slash === -1) {
      files.set(path, id);
      continue;
    }
    const name = path.slice(0, slash);
    const inside = folders.get(name) ?? new Map<string, string | undefined>();
    folders.set(name, inside.set(path.slice(slash + 1), id));
  }
  return { files, folders };
}
