import { AsyncLocalStorage } from 'node:async_hooks';
import { Worker } from 'node:worker_threads';
import type { JobInput, JobName, JobResult } from './text-jobs.ts';
import { TooMuchWork } from './text-work.ts';
import type { TextWork } from './text-work.ts';
import type { JobAnswer, JobRequest } from './text-worker.ts';

export interface PoolLimits {
  threads: number;
  /** For one job, from its start in a thread that has loaded its code. */
  milliseconds: number;
  /** For the objects of one thread. */
  megabytes: number;
}

// A text of 2 MB, the most that is stored, takes a small part of this.
export const usualLimits: PoolLimits = { threads: 2, milliseconds: 10_000, megabytes: 512 };

const textWorker = new URL('text-worker.ts', import.meta.url);

interface Job {
  request: JobRequest;
  owner: string | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  isReady: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Threads for work whose length a stranger decides. A job over a limit ends its thread, and only its own: the next job
 * gets a new one. Nobody's jobs take all threads while somebody else waits.
 */
export class LimitedPool {
  readonly #limits: PoolLimits;
  readonly #script: URL;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];
  readonly #owner = new AsyncLocalStorage<string>();
  #isClosed = false;

  constructor(limits: PoolLimits = usualLimits, script = textWorker) {
    this.#limits = limits;
    this.#script = script;
  }

  readonly run: TextWork = <K extends JobName>(job: K, input: JobInput<K>): Promise<JobResult<K>> =>
    new Promise((resolve, reject) => {
      const request = { job, input } as JobRequest;
      const owner = this.#owner.getStore();
      this.#waiting.push({ request, owner, resolve: resolve as Job['resolve'], reject });
      this.#next();
    });

  /** Jobs started in `task` are those of this person. Jobs of nobody wait for those of people. */
  for<T>(person: string, task: () => Promise<T>): Promise<T> {
    return this.#owner.run(person, task);
  }

  /** Starts a thread before it is needed: loading the renderer takes a moment. */
  warm(): void {
    while (this.#threads.size < this.#limits.threads) this.#start();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('The server is stopping.'));
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #next(): void {
    if (this.#isClosed) return;
    const job = this.#chosen();
    if (!job) return;
    const free = [...this.#threads].find((thread) => !thread.job);
    const thread = free ?? (this.#threads.size < this.#limits.threads ? this.#start() : undefined);
    if (!thread) return;
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    thread.job = job;
    if (thread.isReady) this.#time(thread, job);
    thread.worker.ref();
    thread.worker.postMessage(job.request);
    this.#next();
  }

  #time(thread: Thread, job: Job): void {
    thread.timer = setTimeout(() => {
      this.#end(thread, new TooMuchWork(job.request.job, 'time'));
    }, this.#limits.milliseconds);
  }

  /** The next job, of a person before those of nobody. One thread is always left for somebody else. */
  #chosen(): Job | undefined {
    const most = Math.max(1, this.#limits.threads - 1);
    const running = [...this.#threads].filter(({ job }) => job).map(({ job }) => job?.owner);
    const fair = this.#waiting.filter(({ owner }) => running.filter((each) => each === owner).length < most);
    return fair.find(({ owner }) => owner !== undefined) ?? fair[0];
  }

  #start(): Thread {
    const worker = new Worker(this.#script, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    });
    const thread: Thread = { worker, isReady: false, job: undefined, timer: undefined };
    worker.on('message', (answer: JobAnswer | 'ready') => {
      if (answer === 'ready') {
        thread.isReady = true;
        if (thread.job) this.#time(thread, thread.job);
        return;
      }
      const job = this.#finish(thread);
      if ('result' in answer) job?.resolve(answer.result);
      else job?.reject(Object.assign(new Error(answer.fault.message), { stack: answer.fault.stack }));
      this.#next();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#end(thread, isFull ? new TooMuchWork(thread.job?.request.job ?? 'nothing', 'memory') : error);
    });
    worker.on('exit', (code) => {
      this.#end(thread, new Error(`A text thread ended with ${String(code)}.`));
    });
    // A waiting thread does not keep the process alive.
    worker.unref();
    this.#threads.add(thread);
    return thread;
  }

  #finish(thread: Thread): Job | undefined {
    clearTimeout(thread.timer);
    const { job } = thread;
    thread.job = undefined;
    thread.worker.unref();
    return job;
  }

  #end(thread: Thread, reason: Error): void {
    if (!this.#threads.delete(thread)) return;
    this.#finish(thread)?.reject(reason);
    void thread.worker.terminate();
    this.#next();
  }
}
