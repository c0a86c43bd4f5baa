import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { swapVariable, writeSwap } from './swap.ts';
import type { Swap } from './swap.ts';

export interface TestRunRequest {
  swapped: string | undefined;
  tests: string[];
}

/** The test file that failed, if any, and how many milliseconds each passed file took. */
export interface TestRunResult {
  failed?: string;
  durations: Record<string, number>;
}

export interface TestRunner {
  /** Runs the tests with the swap in place, until one fails or `limit` milliseconds have passed. */
  run(tests: string[], swap: Swap | undefined, limit: number): Promise<TestRunResult | 'timed out'>;
  close(): void;
}

export function testRunner(root: string): TestRunner {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutants-'));
  const swapFile = path.join(folder, 'swap.json');
  const hook = pathToFileURL(path.join(import.meta.dirname, 'swap-in-node.ts')).href;
  let host: ChildProcess | undefined;

  const start = async (): Promise<ChildProcess> => {
    const child = fork(path.join(import.meta.dirname, 'vitest-host.ts'), {
      cwd: root,
      // Its own process group, so that a hanging test is killed with all its children.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, [swapVariable]: swapFile, NODE_OPTIONS: `--import=${hook}` },
    });
    await new Promise((resolve) => child.once('message', resolve));
    return child;
  };
  const stop = (): void => {
    // The process may have ended already.
    if (host?.pid !== undefined && host.exitCode === null) process.kill(-host.pid, 'SIGKILL');
    host = undefined;
  };

  return {
    async run(tests, swap, limit) {
      writeSwap(swapFile, {});
      const child = (host ??= await start());
      writeSwap(swapFile, swap ?? {});
      const result = await new Promise<TestRunResult | 'timed out'>((resolve) => {
        const timer = setTimeout(() => {
          resolve('timed out');
        }, limit);
        const settle = (result: TestRunResult): void => {
          clearTimeout(timer);
          child.off('exit', onExit);
          resolve(result);
        };
        const onExit = (): void => {
          settle({ failed: 'vitest itself', durations: {} });
        };
        child.once('message', settle);
        child.once('exit', onExit);
        child.send({ swapped: swap?.file, tests } satisfies TestRunRequest);
      });
      if (result === 'timed out' || result.failed === 'vitest itself') stop();
      return result;
    },
    close() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
