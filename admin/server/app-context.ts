import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Accounts } from './accounts/accounts.ts';
import type { FirstRun } from './accounts/first-run.ts';
import { securityHeaders } from './serving/security-headers.ts';
import type { Person } from './accounts/permissions.ts';
import type { Publisher } from './publishing/publisher.ts';
import type { Settings } from './settings.ts';
import type { Store } from './git/content-store.ts';

/** What every route of the desk works with. */
export interface AppServices {
  settings: Settings;
  store: Store;
  accounts: Accounts;
  publishing: Publisher;
  firstRun: FirstRun;
  log(line: string): void;
}

export interface AppEnv {
  Variables: {
    desk: AppServices;
    /** Who is signed in; there for every route behind the sign-in. */
    person: Person | undefined;
  };
}

export function showPage(c: Context<AppEnv>, html: string, status = 200): Response {
  const headers = { ...securityHeaders('form'), 'Cache-Control': 'no-store' };
  return c.html(html, status as ContentfulStatusCode, headers);
}

export function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

/** The fields of a form; files are not expected in any of them. */
export async function readForm(c: Context<AppEnv>): Promise<Record<string, string>> {
  const fields = await c.req.parseBody();
  const texts = Object.entries(fields).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** Where a request comes from. A proxy's word is taken only when the operator said there is one. */
export function clientAddress(c: Context<AppEnv>): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (c.var.desk.settings.behindProxy && forwarded !== undefined && forwarded !== '') return forwarded;
  return getConnInfo(c).remote.address ?? 'unknown';
}
