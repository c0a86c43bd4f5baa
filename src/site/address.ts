/** Base path of the site, `/` or `/hub/`. Set by BASE_PATH through Astro's configuration. */
export function basePath(): string {
  const raw = process.env['BASE_PATH'] ?? '/';
  const inner = raw.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** `/activities/` under the base path: `/hub/activities/`. */
export const atBase = (address: string): string => basePath() + address.replace(/^\//, '');
