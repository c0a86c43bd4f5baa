import { resolvedLink } from '../html/link-targets.ts';

/** Addresses here begin with `/` and do not include the base path, unless stated otherwise. */
export interface ElderSiteMap {
  /** `/` or `/hub/`. */
  base: string;
  /** Pages that exist in both views: `/`, `/activities/`. */
  pages: ReadonlySet<string>;
}

/** The address of a page in the elder view, with the base path. */
export const inElderView = (base: string, address: string): string => `${base}elder${address}`;

/** A link for the elder view: to the elder page where there is one, otherwise unchanged. */
export function elderLink(href: string, page: string, { base, pages }: ElderSiteMap): string {
  if (href.startsWith('#') || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return href;
  const target = resolvedLink(href, `http://site${base}${page.slice(1)}`);
  if (!target?.pathname.startsWith(base)) return href;
  const { pathname, search, hash } = target;
  const address = decodedAddress(pathname.slice(base.length));
  return pages.has(address) ? encodeURI(inElderView(base, address)) + search + hash : href;
}

/** An address that is not percent-encoded UTF-8 is no page of ours. */
function decodedAddress(encoded: string): string {
  try {
    return `/${decodeURI(encoded)}`;
  } catch {
    return `/${encoded}`;
  }
}
