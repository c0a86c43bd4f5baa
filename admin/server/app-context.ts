import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Accounts } from './accounts/accounts.ts';
import type { FirstRun } from './accounts/first-run.ts';
import { securityHeaders } from './serving/security-headers.ts';
import type { Mirror } from './mirror/mirror.ts';
import type { Person } from './accounts/permissions.ts';
import type { Publisher } from './publishing/publisher.ts';
import type { Settings } from './settings.ts';
import type { DeskWork } from './workers/desk-work.ts';

/** The services available to all routes. */
export interface AppServices {
  settings: Settings;
  /** All work on content, in a thread of its own. */
  work: DeskWork;
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
