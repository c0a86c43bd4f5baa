import type { DatabaseSync } from 'node:sqlite';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';

const week = 7 * 24 * 60 * 60;

/** How better-auth is set up: names and passwords, sessions in a cookie for the desk, nothing sent anywhere. */
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
      // Only the desk needs it: pages of the site stay cacheable for everybody.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', secure: options.secure, path: '/admin' },
      ipAddress: { disableIpTracking: true },
    },
  });
}
