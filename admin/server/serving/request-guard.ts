import { isIP } from 'node:net';

/**
 * Whether the desk answers to this Host. A page elsewhere can make its own name point at our address (DNS
 * rebinding); it cannot make the browser send another name. So: addresses in numbers, localhost, and the
 * names the operator set.
 */
export function isAllowedHost(host: string | null, names: readonly string[]): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  return name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0 || names.includes(name);
}

/**
 * Whether a request that changes something comes from our own pages. Browsers say so themselves; a request
 * that does not say where it comes from is refused. Not hono/csrf (4.x): it judges forms alone and is content with one
 * of the two headers. csrf.test.ts lists what it would let through, and fails once it does not.
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

/** The header in which a page of the desk says whom it was made for: the session may be another person's by now. */
const pageOwner = 'x-hub-person';

/**
 * Somebody else has signed in since this page was made, in another tab of the same browser. What the page sends was
 * written by its owner and must not be kept under another name. A request that names nobody has only its session.
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
