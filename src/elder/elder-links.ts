/** Addresses here begin with `/` and lie below the base path, unless they say otherwise. */
export interface ElderSiteMap {
  /** `/` or `/hub/`. */
  base: string;
  /** Pages that stand in both views: `/`, `/activities/`. */
  pages: ReadonlySet<string>;
}

/** Where a page of the normal view stands in the elder view, base path included. */
export const inElderView = (base: string, address: string): string => `${base}elder${address}`;

/** A link as the elder view has it: to the elder page where there is one, else as it was. */
export function elderLink(href: string, page: string, { base, pages }: ElderSiteMap): string {
  if (href.startsWith('#') || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return href;
  const { pathname, search, hash } = new URL(href, `http://site${base}${page.slice(1)}`);
  if (!pathname.startsWith(base)) return href;
  const address = `/${decodeURI(pathname.slice(base.length))}`;
  return pages.has(address) ? encodeURI(inElderView(base, address)) + search + hash : href;
}
