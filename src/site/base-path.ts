/** Base path of the site, `/` or `/hub/`. BASE_PATH says it, here and in Astro's configuration. */
export function basePath(): string {
  const raw = process.env['BASE_PATH'] ?? '/';
  const inner = raw.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** `/activities/` under the base path: `/hub/activities/`. */
export const withBase = (address: string): string => basePath() + address.replace(/^\//, '');

/** The same with scheme and host, for feeds, page tags and the site map. */
export const absolute = (address: string, site: URL | undefined): string =>
  new URL(withBase(address), site).href;

/** Addresses of this machine only: nobody else can open them. */
export const isLoopback = (url: string | URL): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
