import type { JobInput, JobName, JobResult } from './text-jobs.ts';

/** Runs a job on a text or a file. Rejects with `TooMuchWork` if it takes too long or needs too much memory. */
export type TextWork = <K extends JobName>(job: K, input: JobInput<K>) => Promise<JobResult<K>>;

/** A text or file that cannot be worked on within the limits. */
export class TooMuchWork extends Error {
  readonly limit: 'time' | 'memory';
  constructor(job: string, limit: 'time' | 'memory') {
    super(`${job} was ended: ${limit === 'time' ? 'it took too long' : 'it needed too much memory'}.`);
    this.name = 'TooMuchWork';
    this.limit = limit;
  }
}

/** The pool was closed before the work was done, which says nothing about the text. */
export class PoolClosed extends Error {
  constructor() {
    super('The server is stopping.');
    this.name = 'PoolClosed';
  }
}

/** In this thread and without limits, for tests and commands. Loads the renderer when it is first needed. */
export const workHere: TextWork = async <K extends JobName>(
  job: K,
  input: JobInput<K>,
): Promise<JobResult<K>> => {
  const { runJob } = await import('./text-jobs.ts');
  return (await runJob(job, input)) as JobResult<K>;
};
