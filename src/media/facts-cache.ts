import { createHash } from 'node:crypto';
import { appendFile, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { maxSide, maxPixels } from '../model/files/file-facts.ts';
import type { FileFacts } from '../model/files/file-facts.ts';
import { readFileFacts } from './read-file-facts.ts';

/** Pictures decoded at a time: each may need hundreds of megabytes for a moment. */
const atOnce = 2;

/**
 * What is known of files by what they hold, so that each is decoded once: by the server at upload, and not again by
 * the checks and builds that follow. A file beside the build's cache keeps it, a line for each; several processes add
 * to it. Without a folder it lasts as long as the process.
 */
export class FileFactsCache {
  readonly #file: string | undefined;
  readonly #known = new Map<string, Promise<FileFacts>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #read = 0;
  #reading: Promise<void> | undefined;

  constructor(folder: string | undefined) {
    // Another decoder, or other limits of ours, would find something else.
    const edition = `${sharp.versions.sharp}-${sharp.versions.vips}-${String(maxPixels)}-${String(maxSide)}`;
    this.#file = folder === undefined ? undefined : path.join(folder, `file-facts-${edition}.jsonl`);
  }

  /** The facts of a file with this id of its content; `read` is asked for it only if it was never met. */
  async of(id: string, read: () => Promise<Uint8Array>): Promise<FileFacts> {
    if (!this.#known.has(id)) await this.#readKept();
    const known = this.#known.get(id);
    if (known) return known;
    const finding = this.#inTurn(async () => readFileFacts(await read()));
    this.#known.set(id, finding);
    finding.then(
      (facts) => this.#keep(id, facts),
      () => this.#known.delete(id),
    );
    return finding;
  }

  /** What others have written since it was last looked at. Lines cut short by a sudden end are skipped. */
  #readKept(): Promise<void> {
    this.#reading ??= this.#takeIn().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #takeIn(): Promise<void> {
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

  async #keep(id: string, facts: FileFacts): Promise<void> {
    if (this.#file === undefined) return;
    try {
      await mkdir(path.dirname(this.#file), { recursive: true });
      // The break in front ends a line that was cut short.
      await appendFile(this.#file, `\n${JSON.stringify([id, facts])}\n`);
    } catch {
      // A cache that cannot be written costs time, nothing else.
    }
  }

  async #inTurn<T>(deed: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      return await deed();
    } finally {
      // The place is handed on, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
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

/** The id git gives to a file, so that what the server knows of it holds for the build as well. */
export const contentId = (bytes: Uint8Array): string =>
  createHash('sha1')
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
