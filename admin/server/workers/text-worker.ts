// A process of the pool: runs one job at a time, see limited-pool.ts.
import { Worker } from 'node:worker_threads';
import { runJob } from './text-jobs.ts';
import type { JobInput, JobName } from './text-jobs.ts';

export interface JobRequest {
  job: JobName;
  input: JobInput<JobName>;
}
export type JobAnswer = { result: unknown } | { fault: { message: string; stack: string | undefined } };

/** When the running job was started, in seconds; 0 between jobs. */
const since = new Int32Array(new SharedArrayBuffer(4));
const seconds = (): number => Math.max(1, Math.floor(Date.now() / 1000) % 2 ** 31);

process.on('message', ({ job, input }: JobRequest) => {
  since[0] = seconds();
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

const answer = (message: JobAnswer): void => {
  since[0] = 0;
  send(message);
};

/** If the server has just gone, there is nobody to tell: the process ends, without a stack in the operator's log. */
const send = (message: JobAnswer | 'ready'): void => {
  process.send?.(message, undefined, {}, () => undefined);
};

process.on('disconnect', () => {
  process.exit();
});

// If the server was killed, nobody ends a job that never ends.
const watch = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (workerData[0] !== 0 && Date.now() / 1000 % 2 ** 31 - workerData[0] > 60) process.kill(process.pid, 'SIGKILL');
  }, 1000);
`;
new Worker(watch, { eval: true, workerData: since, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();

// The code is loaded: from here on, time counts.
send('ready');
