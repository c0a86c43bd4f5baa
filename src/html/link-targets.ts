import { parse } from 'parse5';
import { attributeOf, elementsIn } from './tree.ts';

/** The targets of all links in a page or fragment, as written. */
export const linksIn = (html: string): string[] =>
  elementsIn(parse(html)).flatMap((each) => (each.tagName === 'a' ? (attributeOf(each, 'href') ?? []) : []));

/** An address without its query and fragment. */
export const withoutQueryAndHash = (href: string): string => href.replace(/[?#].*$/s, '');
