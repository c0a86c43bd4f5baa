import { parse } from 'parse5';
import { attributeOf, elementsIn } from './tree.ts';

/** The targets of all links in a page or fragment, as written. */
export const linksIn = (html: string): string[] =>
  elementsIn(parse(html)).flatMap((each) => (each.tagName === 'a' ? (attributeOf(each, 'href') ?? []) : []));

/** An address without its query and fragment. */
export const withoutQueryAndHash = (href: string): string => href.replace(/[?#].*$/s, '');

/**
 * An address in a page at `base`, as a browser resolves it. Undefined if no browser can: such a link stays as it was
 * written, and one bad address never stops the page.
 */
export const resolvedLink = (href: string, base: string | URL): URL | undefined =>
  URL.parse(href, base) ?? undefined;
