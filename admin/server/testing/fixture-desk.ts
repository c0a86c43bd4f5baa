import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Role } from '../../shared/roles.ts';
import { openAccounts } from '../accounts/accounts.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { createApp } from '../app.ts';
import { FirstRun } from '../accounts/first-run.ts';
import { isRole } from '../accounts/permissions.ts';
import { Publisher } from '../publishing/publisher.ts';
import { readSettings } from '../settings.ts';
import { deskWork } from '../workers/desk-work.ts';
import { fixtureStore } from './fixture-store.ts';

export const password = 'guangchang wu 2026';
export const origin = 'http://127.0.0.1:4321';

export interface DeskResponse {
  status: number;
  location: string | null;
  text: string;
}

/** The server in this process, with a signed-in person for every role. Fast for tests with many requests. */
export interface FixtureDesk {
  app: ReturnType<typeof createApp>;
  accounts: Accounts;
  /** What the server has logged. */
  lines: string[];
  /** The cookies of a role's session; empty without one. */
  cookieOf(role: string | undefined): string;
  /** Sends a request such as `POST /admin/api/build` for a role, or without sign-in, as JSON or as a form. */
  ask(
    role: string | undefined,
    route: string,
    json?: unknown,
    form?: Record<string, string>,
  ): Promise<DeskResponse>;
  cleanUp(): Promise<void>;
}

export async function fixtureDesk(roles: readonly string[]): Promise<FixtureDesk> {
  const { store, cleanUp } = await fixtureStore();
  const data = path.join(path.dirname(store.repository.folder), 'data');
  await mkdir(path.join(data, 'admin', 'dist'), { recursive: true });
  await writeFile(path.join(data, 'admin', 'dist', 'index.html'), '<title>编辑台</title>');
  const settings = { ...readSettings({ HUB_DATA: data }), project: data };
  const accounts = await openAccounts({
    file: settings.accountsFile,
    secret: 'a'.repeat(16) + 'bcdefghijklmnopq',
    secure: false,
    siteUrl: origin,
  });
  const lines: string[] = [];
  const log = (line: string): void => {
    lines.push(line);
  };
  // A build that does nothing and succeeds.
  const command = [process.execPath, '-e', ''];
  const publishing = new Publisher({ store, data, project: data, command, minutes: 1, code: '', log });
  await publishing.start();
  const work = deskWork(store, (by) => {
    publishing.request(by.name);
  });
  const app = createApp({ settings, work, accounts, publishing, firstRun: new FirstRun(data), log });
  const cookies = await signInAll(accounts, settings.accountsFile, roles);

  return {
    app,
    accounts,
    lines,
    cookieOf: (role) => cookies.get(role ?? '') ?? '',
    ask: async (role, route, json, form) => {
      const [method = '', address = ''] = route.split(' ');
      const headers = {
        host: new URL(origin).host,
        origin,
        cookie: cookies.get(role ?? '') ?? '',
        ...(form || method === 'GET' ? {} : { 'content-type': 'application/json' }),
      };
      const body = form ? new URLSearchParams(form) : JSON.stringify(json ?? {});
      const request = method === 'GET' ? { headers } : { method, headers, body };
      const socket = { remoteAddress: '192.0.2.8', remotePort: 1, remoteFamily: 'IPv4' };
      const answer = await app.request(`${origin}${address}`, request, { incoming: { socket } });
      return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
    },
    cleanUp: async () => {
      await publishing.stop();
      accounts.close();
      await cleanUp();
    },
  };
}

/** Creates an account for each role, `the-editor`. Unknown roles are written directly into the database. */
async function signInAll(accounts: Accounts, file: string, roles: readonly string[]) {
  const database = new DatabaseSync(file);
  const cookies = new Map<string, string>();
  for (const role of roles) {
    const username = `the-${role}`;
    const known: Role = isRole(role) ? role : 'editor';
    await accounts.create({ username, name: '某某', password, role: known });
    database.prepare('UPDATE user SET role = ? WHERE username = ?').run(role, username);
    const lines = await accounts.signIn({ username, password, address: '192.0.2.7' });
    cookies.set(role, lines.map((line) => line.split(';')[0]).join('; '));
  }
  database.close();
  return cookies;
}
