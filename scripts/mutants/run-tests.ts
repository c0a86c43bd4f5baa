import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { swapVariable, writeSwap } from './swap.ts';
import type { Swap } from './swap.ts';

export interface Order {
  swapped: string | undefined;
  tests: string[];
}

/** The test file that failed, if one did, and how many milliseconds each file took. */
export interface Answer {
  failed?: string;
  took: Record<string, number>;
}

export interface TestRunner {
  /** Runs the tests with this text in place of that file, until one fails or the time is over. */
  run(tests: string[], swap: Swap | undefined, limit: number): Promise<Answer | 'timed out'>;
  close(): void;
}

export function testRunner(root: string): TestRunner {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutants-'));
  const place = path.join(folder, 'swap.json');
  const hook = pathToFileURL(path.join(import.meta.dirname, 'swap-in-node.ts')).href;
  let host: ChildProcess | undefined;

  const start = async (): Promise<ChildProcess> => {
    const child = fork(path.join(import.meta.dirname, 'vitest-host.ts'), {
      cwd: root,
      // A group of its own, so that what hangs is ended with everything it started.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, [swapVariable]: place, NODE_OPTIONS: `--import=${hook}` },
    });
    await new Promise((resolve) => child.once('message', resolve));
    return child;
  };
  const end = (): void => {
    // It may have ended by itself.
    if (host?.pid !== undefined && host.exitCode === null) process.kill(-host.pid, 'SIGKILL');
    host = undefined;
  };

  return {
    async run(tests, swap, limit) {
      writeSwap(place, {});
      const child = (host ??= await start());
      writeSwap(place, swap ?? {});
      const answer = await new Promise<Answer | 'timed out'>((resolve) => {
        const alarm = setTimeout(() => {
          resolve('timed out');
        }, limit);
        const settle = (said: Answer): void => {
          clearTimeout(alarm);
          child.off('exit', gone);
          resolve(said);
        };
        const gone = (): void => {
          settle({ failed: 'vitest itself', took: {} });
        };
        child.once('message', settle);
        child.once('exit', gone);
        child.send({ swapped: swap?.file, tests } satisfies Order);
      });
      if (answer === 'timed out' || answer.failed === 'vitest itself') end();
      return answer;
    },
    close() {
      end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
