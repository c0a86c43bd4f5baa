import { isIP } from 'node:net';

/**
 * Whether the Host header is allowed. Protects against DNS rebinding, where another site lets its own host name point to
 * our address. Allowed are IP addresses, localhost, and the configured host names.
 */
export function isAllowedHost(host: string | null, names: readonly string[]): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  return name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0 || names.includes(name);
}

/**
 * Whether a request that changes data comes from our own pages, according to the headers that browsers send. Requests
 * without an origin are refused. hono/csrf (4.x) is not strict enough: it checks only forms and accepts either header.
 * csrf.test.ts lists what it would accept, and fails when that changes.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return false;
  try {
    return new URL(origin).host === headers.get('host')?.toLowerCase();
  } catch {
    return false;
  }
}

/** The request header with the person who opened the page; the session may belong to somebody else by now. */
const pageOwner = 'x-hub-person';

/**
 * The owner of the page, if another person has signed in since, in another tab of the same browser. Changes must not be
 * stored under the wrong name. Without the header, only the session counts.
 */
export function otherPageOwner(headers: Headers, username: string): string | undefined {
  const owner = headers.get(pageOwner);
  return owner === null || owner === username ? undefined : owner;
}

function hostName(host: string | null): string | undefined {
  try {
    return new URL(`http://${host ?? ''}`).hostname.toLowerCase() || undefined;
  } catch {
    return undefined;
  }
}
