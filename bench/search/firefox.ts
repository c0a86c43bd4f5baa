import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A page in the system's Firefox, which speaks WebDriver BiDi itself, so no driver is needed. */
export interface FirefoxPage {
  goto(address: string): Promise<void>;
  /** The awaited value of an expression in the page, passed as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

export async function openFirefox(program = 'firefox-esr'): Promise<FirefoxPage> {
  const profile = await mkdtemp(path.join(tmpdir(), 'hub-firefox-'));
  const child = spawn(
    program,
    ['--headless', '--profile', profile, '--remote-debugging-port=0', '--no-remote'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const send = await connect(await addressOf(child));
    await send('session.new', { capabilities: {} });
    const { context } = (await send('browsingContext.create', { type: 'tab' })) as { context: string };
    return {
      goto: async (url) => {
        await send('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      evaluate: async <T>(expression: string) => {
        const answer = (await send('script.evaluate', {
          expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
          target: { context },
          awaitPromise: true,
        })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
        if (!answer.result) throw new Error(`Firefox: ${answer.exceptionDetails?.text ?? 'no answer'}`);
        return JSON.parse(answer.result.value) as T;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Firefox prints its address. Rejects if there is no Firefox. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      reject(new Error('Firefox did not start in 60 s.'));
    }, 60_000);
    child.once('error', reject);
    child.stderr?.on('data', (chunk: Buffer) => {
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(chunk.toString())?.[1];
      if (found === undefined) return;
      clearTimeout(timeout);
      resolve(`${found}/session`);
    });
  });
}

type Send = (method: string, params: Record<string, unknown>) => Promise<unknown>;

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, message } = JSON.parse(String(data)) as {
      id?: number;
      result?: unknown;
      message?: string;
    };
    const request = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !request) return;
    waiting.delete(id);
    if (message === undefined) request.resolve(result);
    else request.reject(new Error(message));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  let last = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
