import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { createLimitedQueue } from '../serial-queue.ts';

/** Open files and buffers for compression. A new repository has thousands of trees. */
const mostAtOnce = 8;
const compressed = promisify(deflate);

/**
 * Writes loose objects as git does, without a git process for each: a save makes a dozen, and a process costs more than
 * the object. The file is complete and on the disk before it gets its name.
 */
export class ObjectWriter {
  readonly #objects: string;
  readonly #queue = createLimitedQueue(mostAtOnce);

  constructor(repository: string) {
    this.#objects = path.join(repository, 'objects');
  }

  async write(type: 'blob' | 'tree' | 'commit', content: Uint8Array): Promise<string> {
    const header = Buffer.from(`${type} ${String(content.length)}\0`);
    const id = createHash('sha1').update(header).update(content).digest('hex');
    const folder = path.join(this.#objects, id.slice(0, 2));
    const file = path.join(folder, id.slice(2));
    await this.#queue(() => this.#store(folder, file, header, content));
    return id;
  }

  async #store(folder: string, file: string, header: Buffer, content: Uint8Array): Promise<void> {
    if (await refreshed(file)) return;
    // Git's own level for loose objects.
    const bytes = await compressed(Buffer.concat([header, content]), { level: 1 });
    await mkdir(folder, { recursive: true });
    // `git prune` removes files of this name that a crash left behind.
    const half = path.join(folder, `tmp_obj_${randomUUID()}`);
    try {
      await writeThrough(half, bytes);
      await rename(half, file);
    } finally {
      await rm(half, { force: true });
    }
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o444);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether the object exists. Its age starts again, so that `git gc` does not remove it as old and unused. */
const refreshed = (file: string): Promise<boolean> =>
  utimes(file, new Date(), new Date()).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
