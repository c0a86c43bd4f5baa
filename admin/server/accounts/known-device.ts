import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { AppEnv } from '../app-context.ts';

/**
 * Remembers in a browser that a person has signed in there. Its wrong passwords are counted by themselves, so a stranger at
 * the same address who guesses this person's password locks only themselves out. It is no part of the sign-in: without it,
 * the address counts.
 */
export async function knownDevice(c: Context<AppEnv>, username: string): Promise<string | undefined> {
  const value = await getSignedCookie(c, c.var.desk.accounts.deviceKey, cookieName(username));
  const [name, id] = typeof value === 'string' ? value.split(' ') : [];
  return name === username ? id : undefined;
}

export async function rememberDevice(
  c: Context<AppEnv>,
  username: string,
  id = randomBytes(16).toString('base64url'),
): Promise<void> {
  await setSignedCookie(c, cookieName(username), `${username} ${id}`, c.var.desk.accounts.deviceKey, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: c.var.desk.settings.secure,
    path: '/admin/sign-in',
    maxAge: 365 * 24 * 60 * 60,
  });
}

/** One for each person who uses the browser. */
const cookieName = (username: string): string =>
  `hub-device-${createHash('sha256').update(username).digest('hex').slice(0, 8)}`;
