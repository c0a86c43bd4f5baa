import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { DamagedStore } from './damaged-store.ts';
import { gitArguments, gitEnvironment } from './run-git.ts';

export interface GitObject {
  id: string;
  type: string;
  bytes: Buffer;
}

interface PendingRead {
  name: string;
  resolve(object: GitObject | undefined): void;
  reject(error: Error): void;
}

/**
 * Reads objects through one long-running `git cat-file --batch`, instead of one process for each object. Git resolves
 * names at every request, so `refs/heads/main` is always current.
 */
export class ObjectReader {
  readonly #repository: string;
  #child: ChildProcessWithoutNullStreams | undefined;
  #pending: PendingRead[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  #header: { id: string; type: string; size: number } | undefined;

  constructor(repository: string) {
    this.#repository = repository;
  }

  read(name: string): Promise<GitObject | undefined> {
    if (/[\n\0]/.test(name)) throw new Error('An object name cannot contain a line break.');
    return new Promise((resolve, reject) => {
      this.#ask({ name, resolve, reject });
    });
  }

  close(): void {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #ask(reading: PendingRead): void {
    this.#pending.push(reading);
    this.#start().stdin.write(`${reading.name}\n`);
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = spawn('git', gitArguments(['cat-file', '--batch']), {
      env: gitEnvironment(this.#repository),
      stdio: 'pipe',
    });
    let answered = false;
    let complaint = '';
    const onExit = (reason: string): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#header = undefined;
      this.#chunks = [];
      this.#length = 0;
      let left = this.#pending;
      this.#pending = [];
      if (answered || /object .*(?:is corrupt|is empty)/.test(complaint)) {
        // Git gives up at a damaged object. Only the one who asked for it fails; the others ask a new process.
        const [first, ...others] = left;
        first?.reject(new DamagedStore(first.name));
        for (const other of others) this.#ask(other);
        left = [];
      }
      for (const { reject } of left) reject(new Error(`git cat-file ended: ${reason}`));
    };
    child.stdout.on('data', (chunk: Buffer) => {
      answered = true;
      this.#onData(chunk);
    });
    child.stdin.on('error', () => undefined);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2000);
    });
    child.on('error', (error) => {
      onExit(error.message);
    });
    child.on('close', (code) => {
      onExit(`exit ${String(code)}`);
    });
    this.#child = child;
    return child;
  }

  #onData(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // Large objects arrive in many chunks, which are concatenated only when complete.
    while (this.#pending.length > 0) {
      if (this.#header) {
        const { id, type, size } = this.#header;
        if (this.#length < size + 1) return;
        const all = this.#concatChunks();
        this.#setBuffer(all.subarray(size + 1));
        this.#header = undefined;
        this.#pending.shift()?.resolve({ id, type, bytes: Buffer.from(all.subarray(0, size)) });
        continue;
      }
      const all = this.#concatChunks();
      const end = all.indexOf(10);
      if (end === -1) return;
      const [id = '', type = '', size = ''] = all.subarray(0, end).toString().split(' ').slice(-3);
      const line = all.subarray(0, end).toString();
      this.#setBuffer(all.subarray(end + 1));
      if (/^[0-9a-f]{40,64} \w+ \d+$/.test(line)) this.#header = { id, type, size: Number(size) };
      else this.#pending.shift()?.resolve(undefined);
    }
  }

  #concatChunks(): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#setBuffer(all);
    return all;
  }

  #setBuffer(rest: Buffer): void {
    this.#chunks = [rest];
    this.#length = rest.length;
  }
}
