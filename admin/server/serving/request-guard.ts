import { isIP } from 'node:net';

/**
 * Whether the Host header is allowed. Protects against DNS rebinding, where another site lets its own host name point to
 * our address. Allowed are IP addresses, localhost, and the configured host names.
 */
export function isAllowedHost(host: string | null, names: readonly string[]): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  return isThisMachine(name) || names.includes(name);
}

/**
 * Whether a request that changes data comes from our own pages, according to the headers that browsers send. Requests
 * without an origin are refused. hono/csrf (4.x) is not strict enough: it checks only forms and accepts either header.
 * csrf.test.ts lists what it would accept, and fails when that changes.
 */
export function isSameOrigin(headers: Headers, site: OwnAddress): boolean {
  const from = headers.get('sec-fetch-site');
  if (from !== null && from !== 'same-origin' && from !== 'none') return false;
  const origin = headers.get('origin');
  return origin !== null && origin === ownOrigin(headers.get('host'), site);
}

export interface OwnAddress {
  /** The origin that the operator configured. */
  siteOrigin: string | undefined;
  /** The number of proxies in front of the server. */
  proxies: number;
}

/**
 * The origin of our pages: scheme, host and port. With another scheme, a network in between could have written the page;
 * with another port, somebody else on the machine. The configured address counts for its host, whatever port the proxy
 * forwards to. Another host name of the same proxy has the same scheme. Everything else is reached directly, by http.
 */
function ownOrigin(host: string | null, { siteOrigin, proxies }: OwnAddress): string | undefined {
  const name = hostName(host);
  if (name === undefined) return undefined;
  const site = siteOrigin === undefined ? undefined : new URL(siteOrigin);
  if (name === site?.hostname) return site.origin;
  const scheme = proxies > 0 && !isThisMachine(name) ? (site?.protocol ?? 'http:') : 'http:';
  return new URL(`${scheme}//${host ?? ''}`).origin;
}

/** `localhost`, or a machine by its address. */
const isThisMachine = (name: string): boolean =>
  name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0;

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
