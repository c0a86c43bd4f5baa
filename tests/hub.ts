import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '..');

export interface RunningHub {
  /** `http://127.0.0.1:41234/` */
  address: string;
  /** The one-time link for the first account, when there is none yet. */
  firstRun: string | undefined;
  stop(): Promise<void>;
}

/** Runs the real server on a free port and waits until it serves a release. It ends after 75 minutes at most. */
export async function startHub(data: string, env: Record<string, string> = {}): Promise<RunningHub> {
  const child = spawn(process.execPath, ['admin/server/main.ts'], {
    cwd: projectRoot,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', HUB_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), 75 * 60_000);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const stop = async (): Promise<void> => {
    clearTimeout(limit);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const address = await until(
      () => /^ready (http:\S+)/m.exec(output)?.[1],
      60_000,
      () => output,
    );
    await until(
      async () => ((await fetch(address)).status === 200 ? address : undefined),
      300_000,
      () => output,
    );
    return { address, firstRun: /http:\S+\/admin\/first-run\?token=\S+/.exec(output)?.[0], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function until<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  most: number,
  output: () => string,
): Promise<T> {
  const end = Date.now() + most;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The hub was not ready in ${String(most / 1000)} s. It said:\n${output()}`);
}
