import { parse, serialize } from 'parse5';
import { attributeOf, elementsIn, remove, setAttribute } from '../html/tree.ts';
import type { Element } from '../html/tree.ts';
import { prepend, replaceByText } from './insert-elements.ts';

/** What the page needs from the built site, by its address there, base path included. */
export interface Sources {
  style(address: string): Promise<string>;
  /** One picture, of the sizes there are of it, as a `data:` address. */
  picture(addresses: readonly string[]): Promise<string>;
}

/**
 * A page as one file that opens by a double click: its styles and pictures within, no script, nothing asked of any
 * server. Links within the page stay; all others lead to the site.
 */
export async function singleFile(html: string, sources: Sources): Promise<string> {
  const document = parse(html);
  const elements = elementsIn(document);
  const inside = addressOf(elements);
  for (const element of elements) {
    if (attributeOf(element, 'data-handout') === 'leave-out') {
      remove(element);
      continue;
    }
    await change[element.tagName]?.(element, sources, inside);
  }
  return serialize(document);
}

/** A page says its own address. */
function addressOf(elements: readonly Element[]): URL {
  const canonical = elements.find((element) => attributeOf(element, 'rel') === 'canonical');
  const href = canonical && attributeOf(canonical, 'href');
  if (href === undefined)
    throw new Error('The page names no address of its own, so its links cannot be led to the site.');
  return new URL(href);
}

type Change = (element: Element, sources: Sources, inside: URL) => Promise<void> | void;

const change: Record<string, Change> = {
  // Even where a policy of the server is missing, as on a USB stick, the file asks nobody for anything.
  head: (element) => {
    prepend(element, 'meta', {
      'http-equiv': 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    });
  },
  script: remove,
  link: async (element, { style }, inside) => {
    const href = attributeOf(element, 'href') ?? '';
    // Its own address on the site stays known; an icon, a feed or a script to come are nothing for a file.
    if (attributeOf(element, 'rel') === 'stylesheet')
      replaceByText(element, 'style', asStyleText(await style(new URL(href, inside).pathname)));
    else if (attributeOf(element, 'rel') !== 'canonical') remove(element);
  },
  img: async (element, { picture }, inside) => {
    const sources = sourcesOf(element);
    const sizes = [element, ...sources].flatMap(sizesOf);
    setAttribute(element, 'src', await picture(sizes.map((size) => new URL(size, inside).pathname)));
    sources.forEach(remove);
    for (const name of ['srcset', 'sizes', 'loading', 'fetchpriority']) setAttribute(element, name);
  },
  a: (element, _, inside) => {
    const href = attributeOf(element, 'href');
    if (href !== undefined && !href.startsWith('#'))
      setAttribute(element, 'href', new URL(href, inside).href);
  },
};

/** The <source>s of the <picture> that an image stands in. */
const sourcesOf = ({ parentNode: parent }: Element): Element[] =>
  parent && 'tagName' in parent && parent.tagName === 'picture'
    ? elementsIn(parent).filter(({ tagName }) => tagName === 'source')
    : [];

/** AVIF is smaller, but a phone that cannot read it would find no other picture in the file. */
const sizesOf = (element: Element): string[] =>
  attributeOf(element, 'type') === 'image/avif' ? [] : addressesOf(element);

const addressesOf = (element: Element): string[] =>
  [
    ...(attributeOf(element, 'srcset') ?? '').split(',').map((size) => size.trim().split(/\s+/)[0] ?? ''),
    attributeOf(element, 'src') ?? '',
  ].filter((address) => address !== '');

/** Text of <style> ends where its end tag begins, whatever stands around it. */
const asStyleText = (css: string): string => css.replaceAll('</', '<\\/');
