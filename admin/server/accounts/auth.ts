import type { DatabaseSync } from 'node:sqlite';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';

const week = 7 * 24 * 60 * 60;

/** Configures better-auth: user names and passwords, session cookies for the desk, no telemetry. */
export function createAuth(
  database: DatabaseSync,
  options: { secret: string; secure: boolean; siteUrl: string },
) {
  return betterAuth({
    appName: 'Gongjian Hub',
    baseURL: options.siteUrl,
    secret: options.secret,
    database,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 2, usernameValidator: () => true, displayUsername: false })],
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabled: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: week, disableSessionRefresh: true, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'hub',
      useSecureCookies: options.secure,
      // Only for the desk, so that pages of the site stay cacheable.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', secure: options.secure, path: '/admin' },
      ipAddress: { disableIpTracking: true },
    },
  });
}
