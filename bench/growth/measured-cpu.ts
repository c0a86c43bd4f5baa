// Runs in a worker of its own, so that a text without an end can be stopped.
import { parentPort } from 'node:worker_threads';
import { subjects } from './subjects.ts';
import type { Subject } from './subjects.ts';

export interface CpuTask {
  subject: Subject;
  text: string;
}
export interface MeasuredCpu {
  /** In milliseconds. */
  cpu: number;
  failed?: string;
}

async function measured({ subject, text }: CpuTask): Promise<MeasuredCpu> {
  const read = subjects[subject] as (text: string) => unknown;
  const start = process.threadCpuUsage();
  const failed = await Promise.resolve()
    .then(() => read(text))
    .then(
      () => undefined,
      (error: unknown) => String(error),
    );
  const { user, system } = process.threadCpuUsage(start);
  return { cpu: (user + system) / 1000, ...(failed === undefined ? {} : { failed }) };
}

parentPort?.on('message', (task: CpuTask) => {
  void measured(task).then((answer) => parentPort?.postMessage(answer));
});
