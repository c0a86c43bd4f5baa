import { Worker } from 'node:worker_threads';

/**
 * Sends one task after the other to a worker. A task that takes too long ends with its worker, and the next one gets a
 * new worker: a text without an end must not stop the others.
 */
export class WorkerQueue<Task, Answer> {
  readonly #file: URL;
  readonly #limit: number;
  #worker: Worker | undefined;

  constructor(file: string, limit = 120_000) {
    this.#file = new URL(file, import.meta.url);
    this.#limit = limit;
  }

  /** Undefined if it took too long. */
  async ask(task: Task): Promise<Answer | undefined> {
    const worker = (this.#worker ??= new Worker(this.#file, {
      // Long texts and deep nesting are the point here.
      resourceLimits: { stackSizeMb: 200, maxOldGenerationSizeMb: 3000 },
    }));
    const { promise, resolve, reject } = Promise.withResolvers<Answer | undefined>();
    const timer = setTimeout(resolve, this.#limit, undefined);
    worker.once('message', resolve).once('error', reject);
    worker.postMessage(task);
    const answer = await promise.finally(() => {
      clearTimeout(timer);
      worker.off('message', resolve).off('error', reject);
    });
    if (answer === undefined) await this.end();
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}
