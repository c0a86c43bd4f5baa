import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createSerialQueue } from '../serial-queue.ts';
import { GitFailure, gitArguments, gitEnvironment } from './run-git.ts';

/** An update of a ref; undefined means that the ref does not exist. */
export interface RefChange {
  ref: string;
  from: string | undefined;
  to: string | undefined;
}

const zeroId = '0'.repeat(40);
const done = 'commit: ok\n';

/**
 * Moves refs through one long-running `git update-ref --stdin`: the start of a process costs half of a save. Git ends it
 * when it refuses a transaction, and then removes its locks; the next transaction starts another.
 */
export class RefUpdater {
  readonly #repository: string;
  readonly #queue = createSerialQueue();
  #child: ChildProcessWithoutNullStreams | undefined;

  constructor(repository: string) {
    this.#repository = repository;
  }

  /** All changes or none. Rejects with git's words if a ref is not where it should be. */
  move(changes: readonly RefChange[]): Promise<void> {
    const lines = changes.map(({ ref, from, to }) => {
      if (to === undefined) return `delete ${ref}\0${from ?? ''}\0`;
      return `update ${ref}\0${to}\0${from ?? zeroId}\0`;
    });
    const input = ['start\0', ...lines, 'prepare\0', 'commit\0'].join('');
    return this.#queue(() => this.#transaction(input));
  }

  close(): void {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #transaction(input: string): Promise<void> {
    const child = this.#start();
    return new Promise((resolve, reject) => {
      let out = '';
      let err = '';
      const onOut = (chunk: Buffer): void => {
        out += chunk.toString();
        if (!out.endsWith(done)) return;
        forget();
        resolve();
      };
      const onErr = (chunk: Buffer): void => {
        err += chunk.toString();
      };
      const onClose = (code: number | null): void => {
        forget();
        // It can end between the last answer and the next request.
        reject(new GitFailure(['update-ref'], err, code));
      };
      const forget = (): void => {
        child.stdout.off('data', onOut);
        child.stderr.off('data', onErr);
        child.off('close', onClose);
        child.off('error', reject);
      };
      child.stdout.on('data', onOut);
      child.stderr.on('data', onErr);
      child.on('close', onClose);
      child.on('error', reject);
      child.stdin.write(input);
    });
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = spawn('git', gitArguments(['update-ref', '--stdin', '-z']), {
      env: gitEnvironment(this.#repository),
      stdio: 'pipe',
    });
    const forget = (): void => {
      if (this.#child === child) this.#child = undefined;
    };
    child.on('exit', forget);
    child.on('error', forget);
    // The close of the process is reported instead.
    child.stdin.on('error', () => undefined);
    this.#child = child;
    return child;
  }
}
