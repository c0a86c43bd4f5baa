import { createHash } from 'node:crypto';
import { appendFile, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { maxSide, maxPixels } from '../model/files/file-facts.ts';
import type { FileFacts } from '../model/files/file-facts.ts';
import { readFileFacts } from './read-file-facts.ts';

/** Files held in memory at the same time. */
const reading = pLimit(2);

/** Goes up when the cleaning of files changes what is refused. */
const cleaningVersion = 2;

/**
 * Caches facts about files by their content, so that each is decoded once: by the server at upload, and not again by
 * later checks and builds. They are stored in a file next to the build's cache, one line per entry. Several processes
 * can append to it. Without a folder, the cache is kept in memory only.
 */
export class FileFactsCache {
  readonly #file: string | undefined;
  readonly #readFacts: (bytes: Uint8Array) => Promise<FileFacts>;
  readonly #known = new Map<string, Promise<FileFacts>>();
  #read = 0;
  #reading: Promise<void> | undefined;

  /** `read` makes the facts of a file that is not known; the server has it done in another thread. */
  constructor(folder: string | undefined, read: (bytes: Uint8Array) => Promise<FileFacts> = readFileFacts) {
    this.#readFacts = read;
    // Another version of the decoder or of the cleaning, or other limits, may give other facts.
    const decoder = `${sharp.versions.sharp}-${sharp.versions.vips}`;
    const version = `${String(cleaningVersion)}-${decoder}-${String(maxPixels)}-${String(maxSide)}`;
    this.#file = folder === undefined ? undefined : path.join(folder, `file-facts-${version}.jsonl`);
  }

  /** The facts of the file with this content id. Calls `read` only if they are not cached. */
  async of(id: string, read: () => Promise<Uint8Array>): Promise<FileFacts> {
    if (!this.#known.has(id)) await this.#loadOnce();
    const known = this.#known.get(id);
    if (known) return known;
    const pending = reading(async () => this.#readFacts(await read()));
    this.#known.set(id, pending);
    pending.then(
      (facts) => this.#append(id, facts),
      () => this.#known.delete(id),
    );
    return pending;
  }

  /** Loads what other processes have appended since the last time. Incomplete lines are skipped. */
  #loadOnce(): Promise<void> {
    this.#reading ??= this.#load().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #load(): Promise<void> {
    const file = this.#file === undefined ? undefined : await open(this.#file).catch(() => undefined);
    if (!file) return;
    try {
      const { size } = await file.stat();
      if (size <= this.#read) return;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - this.#read), {
        position: this.#read,
      });
      const end = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1;
      this.#read += end;
      for (const line of buffer.subarray(0, end).toString('utf8').split('\n')) {
        const [id, facts] = parsed(line);
        if (id !== undefined && facts && !this.#known.has(id)) this.#known.set(id, Promise.resolve(facts));
      }
    } finally {
      await file.close();
    }
  }

  async #append(id: string, facts: FileFacts): Promise<void> {
    if (this.#file === undefined) return;
    try {
      await mkdir(path.dirname(this.#file), { recursive: true });
      // The first line break ends a possible incomplete line.
      await appendFile(this.#file, `\n${JSON.stringify([id, facts])}\n`);
    } catch {
      // A cache that cannot be written only costs time.
    }
  }
}

function parsed(line: string): [id?: string, facts?: FileFacts] {
  if (line === '') return [];
  try {
    return JSON.parse(line) as [string, FileFacts];
  } catch {
    return [];
  }
}

/** The id that git gives to a file, so that the server and the build share the cache. */
export const contentId = (bytes: Uint8Array): string =>
  createHash('sha1')
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
