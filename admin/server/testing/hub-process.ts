import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FixtureHub } from './fixture-hub.ts';

/** The real server in a separate process, for tests that send requests or kill it. */
export interface HubProcess {
  address: string;
  process: ChildProcess;
  lines: string[];
  firstRunToken: string | undefined;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * A build that writes many small pages slowly, so that it can be killed while running. It waits while the file HOLD
 * exists.
 */
const slowBuild = `
import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
const { CONTENT_DIR, OUT_DIR, HOLD = '/nowhere' } = process.env;
const files = (await readdir(CONTENT_DIR, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
const stamp = files.join('|').length + '-' + files.length;
await mkdir(OUT_DIR + '/_astro', { recursive: true });
for (let page = 0; page < 30; page++) {
  await writeFile(OUT_DIR + '/page-' + page + '.html', stamp);
  await new Promise((resolve) => setTimeout(resolve, Number(process.env.SLOW ?? 2)));
}
for (let held = true; held; ) {
  held = await access(HOLD).then(() => true, () => false);
  if (held) await new Promise((resolve) => setTimeout(resolve, 20));
}
await writeFile(OUT_DIR + '/_astro/' + stamp + '.js', '/* ' + stamp + ' */');
await writeFile(OUT_DIR + '/index.html', stamp);
console.log('wrote ' + files.length + ' entries');
`;

export async function startHub(fixture: FixtureHub, env: Record<string, string> = {}): Promise<HubProcess> {
  const build = path.join(fixture.folder, 'build.mjs');
  await writeFile(build, slowBuild);
  await chmod(build, 0o644);
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '..', 'main.ts')], {
    env: {
      ...process.env,
      HUB_DATA: path.join(fixture.folder, 'data'),
      CONTENT_DIR: fixture.content,
      PORT: '0',
      HUB_BUILD_COMMAND: JSON.stringify([process.execPath, build]),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const address = await new Promise<string>((resolve, reject) => {
    const take = (chunk: string): void => {
      lines.push(...chunk.split('\n').filter(Boolean));
      const ready = lines.find((line) => line.startsWith('ready '));
      const settled = lines.some(
        (line) => line.includes('/admin/first-run?token=') || line.startsWith('Desk '),
      );
      if (ready && settled) resolve(ready.slice('ready '.length));
      const closed = lines
        .map((line) => /^Readers see the last release at (\S+);/.exec(line)?.[1])
        .find(Boolean);
      if (closed !== undefined) resolve(closed);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    void ended.then(() => {
      reject(new Error(`The server ended:\n${lines.join('\n')}`));
    });
  });
  const token = /token=(\S+)/;
  return {
    address,
    process: child,
    lines,
    get firstRunToken() {
      return lines.map((line) => token.exec(line)?.[1]).find(Boolean);
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}

export interface HubClient {
  cookie: string;
  post(path: string, body: unknown): Promise<{ status: number; json: Record<string, unknown> }>;
  store(action: string, params: object): Promise<{ status: number; json: Record<string, unknown> }>;
  get(path: string): Promise<Response>;
}

/** A client with a session cookie that sends JSON with the headers of a browser. */
export function hubClient(address: string, cookie = ''): HubClient {
  const origin = address.replace(/\/$/, '');
  const headers = { origin, cookie };
  const post: HubClient['post'] = async (path, body) => {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  return {
    cookie,
    post,
    store: (action, params) => post('/admin/api/store', { branch: 'main', action, params }),
    get: (path) => fetch(`${origin}${path}`, { headers, redirect: 'manual' }),
  };
}

export async function sendForm(
  address: string,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const origin = address.replace(/\/$/, '');
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { origin, ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    cookie,
    text: await answer.text(),
  };
}

export const password = 'guangchang wu 2026';

/** Creates the first account and returns a client that is signed in. */
export async function createFirstClient(hub: HubProcess): Promise<HubClient> {
  const { cookie } = await sendForm(hub.address, '/admin/first-run', {
    token: hub.firstRunToken ?? '',
    username: 'zhang',
    name: '张敏',
    password,
    again: password,
  });
  return hubClient(hub.address, cookie);
}

/** Polls until the condition is true. The long limit allows for slow machines. */
export async function waitUntil(found: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 600_000;
  while (Date.now() < end) {
    if (await found()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Timed out waiting for ${what}.`);
}
