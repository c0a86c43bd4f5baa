/** One name in a tree, as git stores it. */
export interface TreeEntry {
  /** `100644`, `100755`, `120000` for a symlink, `40000` for a folder. */
  mode: string;
  name: string;
  id: string;
  /** The bytes of a name that is not UTF-8, so that it is written back unchanged. */
  raw?: Buffer;
}

export const isFolder = ({ mode }: TreeEntry): boolean => mode === '40000';

export function parseTree(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space === -1 || end === -1 || end + idLength > bytes.length) throw new Error('A broken tree object.');
    const raw = bytes.subarray(space + 1, end);
    const name = raw.toString('utf8');
    const id = bytes.toString('hex', end + 1, end + 1 + idLength);
    const entry = { mode: bytes.toString('latin1', at, space), name, id };
    entries.push(Buffer.from(name).equals(raw) ? entry : { ...entry, raw: Buffer.from(raw) });
    at = end + 1 + idLength;
  }
  return entries;
}

export function treeBytes(entries: readonly TreeEntry[]): Buffer {
  const rows = entries.map((entry) => {
    assertName(entry.name);
    const name = entry.raw ?? Buffer.from(entry.name);
    const row = Buffer.concat([Buffer.from(`${entry.mode} `), name, zero, Buffer.from(entry.id, 'hex')]);
    // Git compares the name of a folder as if it ended with a slash.
    return { row, order: isFolder(entry) ? Buffer.concat([name, slash]) : name };
  });
  rows.sort((a, b) => Buffer.compare(a.order, b.order));
  return Buffer.concat(rows.map(({ row }) => row));
}

const idLength = 20;
const zero = Buffer.from([0]);
const slash = Buffer.from('/');

/** Names that git refuses. Paths are checked earlier, in entry-paths.ts. */
function assertName(name: string): void {
  if (['', '.', '..'].includes(name) || /[/\0]/.test(name) || /^\.git$/i.test(name))
    throw new Error(`${JSON.stringify(name)} cannot be a name in a tree.`);
}
