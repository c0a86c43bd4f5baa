import { parse } from 'parse5';
import { attributeOf, elementsIn } from './tree.ts';

/** What the links of a page or of a part of one lead to, as they are written there. */
export const linksIn = (html: string): string[] =>
  elementsIn(parse(html)).flatMap((each) => (each.tagName === 'a' ? (attributeOf(each, 'href') ?? []) : []));

/** An address without its query and without the place in the page. */
export const withoutPlace = (href: string): string => href.replace(/[?#].*$/s, '');
