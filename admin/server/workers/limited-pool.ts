import { AsyncLocalStorage } from 'node:async_hooks';
import path from 'node:path';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { JobInput, JobName, JobResult } from './text-jobs.ts';
import { PoolClosed, TooMuchWork } from './text-work.ts';
import type { TextWork } from './text-work.ts';
import type { JobAnswer, JobRequest } from './text-worker.ts';

export interface PoolLimits {
  processes: number;
  /** For one text, from its start in a process that has loaded its code; a file may take four times as long. */
  milliseconds: number;
  /** For the objects of one process. */
  megabytes: number;
  /** For the start of a process. */
  startMilliseconds?: number;
}

const longestStart = 120_000;

// A text of 2 MB, the most that is stored, takes a small part of this.
export const usualLimits: PoolLimits = { processes: 2, milliseconds: 10_000, megabytes: 512 };

/** A picture of many frames or a thick PDF takes longer than any text. */
const fileJobs: ReadonlySet<JobName> = new Set(['fileFacts', 'cleanFile']);
const timesForFiles = 4;

export const millisecondsFor = (job: JobName, { milliseconds }: PoolLimits): number =>
  fileJobs.has(job) ? milliseconds * timesForFiles : milliseconds;

const textWorker = path.join(import.meta.dirname, 'text-worker.ts');

interface Job {
  request: JobRequest;
  owner: string | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface TextProcess {
  child: ChildProcess;
  isReady: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** A process without a job does not keep the server alive. */
function setReferenced({ child }: TextProcess, isNeeded: boolean): void {
  if (isNeeded) child.ref();
  else child.unref();
  if (isNeeded) child.channel?.ref();
  else child.channel?.unref();
}

/**
 * Processes for work whose length a stranger decides. A job over a limit ends its process, and only its own: the next
 * job gets a new one. Nobody's jobs take all processes while somebody else waits. Not workers: V8 aborts the whole
 * process when the memory of a worker is used up faster than it can be ended.
 */
export class LimitedPool {
  readonly #limits: PoolLimits;
  readonly #script: string;
  readonly #workers = new Set<TextProcess>();
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

  /** Starts a worker before it is needed: loading the renderer takes a moment. */
  warm(): void {
    while (this.#workers.size < this.#limits.processes) this.#start();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new PoolClosed());
    const ended = [...this.#workers].map(
      ({ child }) => new Promise((resolve) => child.once('exit', resolve)),
    );
    for (const { child } of this.#workers) child.kill('SIGKILL');
    await Promise.all(ended);
  }

  #next(): void {
    if (this.#isClosed) return;
    const job = this.#chosen();
    if (!job) return;
    const free = [...this.#workers].find((worker) => !worker.job);
    const worker = free ?? (this.#workers.size < this.#limits.processes ? this.#start() : undefined);
    if (!worker) return;
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    worker.job = job;
    if (worker.isReady) this.#time(worker, job);
    setReferenced(worker, true);
    worker.child.send(job.request);
    this.#next();
  }

  #time(worker: TextProcess, job: Job): void {
    worker.timer = setTimeout(
      () => {
        this.#end(worker, new TooMuchWork(job.request.job, 'time'));
      },
      millisecondsFor(job.request.job, this.#limits),
    );
  }

  /** The next job, of a person before those of nobody. One worker is always left for somebody else. */
  #chosen(): Job | undefined {
    const most = Math.max(1, this.#limits.processes - 1);
    const running = [...this.#workers].filter(({ job }) => job).map(({ job }) => job?.owner);
    const fair = this.#waiting.filter(({ owner }) => running.filter((each) => each === owner).length < most);
    return fair.find(({ owner }) => owner !== undefined) ?? fair[0];
  }

  #start(): TextProcess {
    const child = fork(this.#script, {
      execArgv: [`--max-old-space-size=${String(this.#limits.megabytes)}`],
      // Keeps sets and bytes.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const worker: TextProcess = { child, isReady: false, job: undefined, timer: undefined };
    child.on('message', (answer: JobAnswer | 'ready') => {
      if (answer === 'ready') {
        worker.isReady = true;
        clearTimeout(worker.timer);
        if (worker.job) this.#time(worker, worker.job);
        return;
      }
      const job = this.#finish(worker);
      if ('result' in answer) job?.resolve(answer.result);
      else job?.reject(Object.assign(new Error(answer.fault.message), { stack: answer.fault.stack }));
      this.#next();
    });
    child.on('error', (error) => {
      this.#end(worker, error);
    });
    child.on('exit', (code, signal) => {
      // V8 aborts the process when its memory is used up.
      const isFull = signal === 'SIGABRT' || code === 134;
      const job = worker.job?.request.job ?? 'nothing';
      const reason = new Error(`A text process ended with ${String(signal ?? code)}.`);
      this.#end(worker, isFull ? new TooMuchWork(job, 'memory') : reason);
    });
    // Loading the code waits for a busy machine, but not for ever: whoever sent the job holds up others.
    worker.timer = setTimeout(() => {
      this.#end(worker, new Error('A text process did not start.'));
    }, this.#limits.startMilliseconds ?? longestStart).unref();
    this.#workers.add(worker);
    setReferenced(worker, false);
    return worker;
  }

  #finish(worker: TextProcess): Job | undefined {
    clearTimeout(worker.timer);
    const { job } = worker;
    worker.job = undefined;
    setReferenced(worker, false);
    return job;
  }

  #end(worker: TextProcess, reason: Error): void {
    if (!this.#workers.delete(worker)) return;
    this.#finish(worker)?.reject(reason);
    worker.child.kill('SIGKILL');
    this.#next();
  }
}
