import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Accounts } from './accounts/accounts.ts';
import type { FirstRun } from './accounts/first-run.ts';
import { securityHeaders } from './serving/security-headers.ts';
import type { Mirror } from './mirror/mirror.ts';
import type { Person } from './accounts/permissions.ts';
import type { Publisher } from './publishing/publisher.ts';
import type { Settings } from './settings.ts';
import type { Store } from './git/content-store.ts';

/** The services available to all routes. */
export interface AppServices {
  settings: Settings;
  store: Store;
  accounts: Accounts;
  publishing: Publisher;
  firstRun: FirstRun;
  mirror?: Mirror | undefined;
  log(line: string): void;
}

export interface AppEnv {
  Variables: {
    desk: AppServices;
    /** The signed-in person; always set in routes that require sign-in. */
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

/** The text fields of a form. */
export async function readFormFields(c: Context<AppEnv>): Promise<Record<string, string>> {
  const fields = await c.req.parseBody();
  const texts = Object.entries(fields).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** The client's IP address. X-Forwarded-For is trusted only if the operator configured a proxy. */
export function clientAddress(c: Context<AppEnv>): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (c.var.desk.settings.behindProxy && forwarded !== undefined && forwarded !== '') return forwarded;
  return getConnInfo(c).remote.address ?? 'unknown';
}
