import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../shared/refusal.ts';
import { asError } from './desk-messages.ts';
import type { DeskCall, DeskMessage, DeskThreadOptions } from './desk-messages.ts';
import type { DeskWork } from './desk-work.ts';

/** A thread that does not answer for so long will not come back. Every single step takes far less. */
const longestSilence = 60_000;

export interface DeskThreadSettings extends Omit<DeskThreadOptions, 'isRestart'> {
  /** Milliseconds without an answer after which the thread is ended. */
  silence?: number;
  published(by: string): void;
  /** Called when a new thread has taken over. The old one may have changed main without saying so. */
  isBack(): void;
  log(line: string): void;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * The desk's work, done in the desk's thread. If that thread ends, its open requests are answered with a sentence, and a
 * new one repairs what was half done, as after a crash of the server.
 */
export class DeskClient implements DeskWork {
  readonly #settings: DeskThreadSettings;
  readonly #pending = new Map<number, Pending>();
  #last = 0;
  #worker: Worker;
  #isClosed = false;
  #heard = performance.now();
  readonly #watch: NodeJS.Timeout;

  constructor(settings: DeskThreadSettings) {
    this.#settings = settings;
    this.#worker = this.#start(false);
    const { silence = longestSilence } = settings;
    this.#watch = setInterval(() => {
      this.#listen(silence);
    }, silence / 6);
    this.#watch.unref();
  }

  readonly act: DeskWork['act'] = (person, request) =>
    this.#ask({ call: 'act', args: [person, request] }, request);

  readonly file: DeskWork['file'] = (request) => this.#ask({ call: 'file', args: [request] });

  readonly checkUpload: DeskWork['checkUpload'] = (person, name, bytes) =>
    this.#ask({ call: 'checkUpload', args: [person, name, bytes] }, bytes);

  /** Ends the thread after the open requests, or after three seconds. */
  async close(): Promise<void> {
    clearInterval(this.#watch);
    const end = performance.now() + 3000;
    while (this.#pending.size > 0 && performance.now() < end) await delay(20);
    this.#isClosed = true;
    await this.#worker.terminate();
  }

  /** Ends the thread as a fault would; a new one takes over. */
  async endThread(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<T>(call: Omit<DeskCall, 'id'>, bytes?: Uint8Array<ArrayBuffer>): Promise<T> {
    const id = ++this.#last;
    return new Promise<T>((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as Pending['resolve'], reject });
      this.#worker.postMessage({ id, ...call }, bytes ? [bytes.buffer] : []);
    });
  }

  #start(isRestart: boolean): Worker {
    const { repository, production, cache, published, isBack, log } = this.#settings;
    const workerData: DeskThreadOptions = { repository, production, cache, isRestart };
    const worker = new Worker(new URL('desk-thread.ts', import.meta.url), { workerData });
    this.#heard = performance.now();
    worker.on('message', (message: DeskMessage) => {
      this.#heard = performance.now();
      if (message.kind === 'here') return;
      if (message.kind === 'published') published(message.by);
      else if (message.kind === 'back') isBack();
      else if (message.kind === 'log') log(message.line);
      else this.#settle(message);
    });
    worker.on('error', (error) => {
      log(`the desk's thread failed: ${error.stack ?? error.message}`);
    });
    worker.on('exit', (code) => {
      this.#onExit(worker, code);
    });
    return worker;
  }

  /** Asks the thread whether it is there, and ends one that has been silent for too long. */
  #listen(silence: number): void {
    if (performance.now() - this.#heard > silence) {
      this.#settings.log(`the desk's thread does not answer`);
      void this.endThread();
    } else this.#worker.postMessage('there?');
  }

  #settle(message: Extract<DeskMessage, { id: number }>): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.kind === 'answer') pending?.resolve(message.result);
    else pending?.reject(asError(message.fault));
  }

  #onExit(worker: Worker, code: number): void {
    if (this.#isClosed || worker !== this.#worker) return;
    this.#settings.log(`the desk's thread ended with ${String(code)}; starting another one`);
    const open = [...this.#pending.values()];
    this.#pending.clear();
    this.#worker = this.#start(true);
    for (const { reject } of open) reject(new Refusal(503, interrupted));
  }
}

const interrupted =
  '服务器这边刚才中断了一下，不知道这次有没有存上。您写的内容还在页面上，请过一分钟再保存一次；已经存上的不会重复。';
