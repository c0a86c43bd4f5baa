// A thread of the pool: runs one job at a time, see limited-pool.ts.
import { parentPort } from 'node:worker_threads';
import { runJob } from './text-jobs.ts';
import type { JobInput, JobName } from './text-jobs.ts';

export interface JobRequest {
  job: JobName;
  input: JobInput<JobName>;
}
export type JobAnswer = { result: unknown } | { fault: { message: string; stack: string | undefined } };

parentPort?.on('message', ({ job, input }: JobRequest) => {
  runJob(job, input).then(
    (result) => {
      answer({ result });
    },
    (error: unknown) => {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      answer({ fault: { message, stack } });
    },
  );
});

// The code is loaded: from here on, time counts.
parentPort?.postMessage('ready');

const answer = (message: JobAnswer): void => {
  parentPort?.postMessage(message);
};
