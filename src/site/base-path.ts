/** The base path of the site, `/` or `/hub/`, from BASE_PATH. Astro's configuration uses the same variable. */
export function basePath(): string {
  const raw = process.env['BASE_PATH'] ?? '/';
  const inner = raw.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** `/activities/` under the base path: `/hub/activities/`. */
export const withBase = (address: string): string => basePath() + address.replace(/^\//, '');

/** An address without the base path; undefined if it is not below it. */
export const withoutBase = (href: string): string | undefined =>
  href.startsWith(basePath()) ? `/${href.slice(basePath().length)}` : undefined;

/** The same with scheme and host, for feeds, meta tags and the site map. */
export const absolute = (address: string, site: URL | undefined): string =>
  new URL(withBase(address), site).href;

/** Whether an address is only reachable from this machine. */
export const isLoopback = (url: string | URL): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
