// Runs in a worker of its own: it replaces built-in functions, and needs a large stack to walk long patterns.
import { Session } from 'node:inspector/promises';
import { parentPort } from 'node:worker_threads';
import { builtins, countBuiltins } from './counted-builtins.ts';
import type { Subject } from './subjects.ts';

export interface CountTask {
  subject: Subject;
  /** The texts, each some times as long as the one before. */
  texts: readonly string[];
}
export interface CountedWork {
  work: number[];
  failed?: string;
}

// Before anything else is loaded: functions that are compiled before have no counters for their blocks.
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const { subjects } = await import('./subjects.ts');
countBuiltins();

/** Not our own instruments. */
const own = /\/bench\/growth\/(?:count|regex)/;

/** How often the blocks of all functions were run since the last time. */
async function blocksRun(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let sum = 0;
  for (const { url, functions } of result) {
    if (own.test(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  }
  return sum;
}

async function workFor(subject: Subject, text: string): Promise<number> {
  const read = subjects[subject] as (text: string) => unknown;
  await blocksRun();
  builtins.work = 0;
  builtins.isCounting = true;
  try {
    await read(text);
  } finally {
    builtins.isCounting = false;
  }
  const blocks = await blocksRun();
  return blocks + builtins.work;
}

parentPort?.on('message', ({ subject, texts }: CountTask) => {
  void (async () => {
    const counted: CountedWork = { work: [] };
    try {
      for (const text of texts) counted.work.push(await workFor(subject, text));
    } catch (error) {
      counted.failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    parentPort?.postMessage(counted);
  })();
});
