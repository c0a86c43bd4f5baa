import { parse, serialize } from 'parse5';
import { resolvedLink } from '../html/link-targets.ts';
import { attributeOf, elementsIn, remove, setAttribute } from '../html/tree.ts';
import type { Element } from '../html/tree.ts';
import { prepend, replaceByText } from './insert-elements.ts';

/** Reads files that the page needs from the built site, by their address, including the base path. */
export interface Sources {
  style(address: string): Promise<string>;
  /** Chooses one of several sizes of an image and returns it as a `data:` address. */
  picture(addresses: readonly string[]): Promise<string>;
}

/**
 * Makes a page a single file that opens with a double click: with styles and images inside, without scripts or requests
 * to a server. Links within the page stay as they are. All others point to the site.
 */
export async function singleFile(html: string, sources: Sources): Promise<string> {
  const document = parse(html);
  const elements = elementsIn(document);
  const base = canonicalOf(elements);
  for (const element of elements) {
    if (attributeOf(element, 'data-handout') === 'leave-out') {
      remove(element);
      continue;
    }
    await transforms[element.tagName]?.(element, sources, base);
  }
  return serialize(document);
}

/** The address of the page, from its canonical link. */
function canonicalOf(elements: readonly Element[]): URL {
  const canonical = elements.find((element) => attributeOf(element, 'rel') === 'canonical');
  const href = canonical && attributeOf(canonical, 'href');
  if (href === undefined)
    throw new Error('The page has no canonical address of its own, so its links cannot be made absolute.');
  return new URL(href);
}

type Transform = (element: Element, sources: Sources, base: URL) => Promise<void> | void;

const transforms: Record<string, Transform> = {
  // A file on a USB stick has no HTTP headers, so it contains its own Content Security Policy.
  head: (element) => {
    prepend(element, 'meta', {
      'http-equiv': 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    });
  },
  script: remove,
  link: async (element, { style }, base) => {
    const href = attributeOf(element, 'href') ?? '';
    // The canonical link stays. Icons, feeds and preloaded scripts are useless in a file.
    if (attributeOf(element, 'rel') === 'stylesheet')
      replaceByText(element, 'style', asStyleText(await style(new URL(href, base).pathname)));
    else if (attributeOf(element, 'rel') !== 'canonical') remove(element);
  },
  img: async (element, { picture }, base) => {
    const sources = sourcesOf(element);
    const sizes = [element, ...sources].flatMap(sizesOf);
    setAttribute(element, 'src', await picture(sizes.map((size) => new URL(size, base).pathname)));
    sources.forEach(remove);
    for (const name of ['srcset', 'sizes', 'loading', 'fetchpriority']) setAttribute(element, name);
  },
  a: (element, _, base) => {
    const href = attributeOf(element, 'href');
    if (href === undefined || href.startsWith('#')) return;
    setAttribute(element, 'href', resolvedLink(href, base)?.href ?? href);
  },
};

/** The <source> elements of the <picture> around an image. */
const sourcesOf = ({ parentNode: parent }: Element): Element[] =>
  parent && 'tagName' in parent && parent.tagName === 'picture'
    ? elementsIn(parent).filter(({ tagName }) => tagName === 'source')
    : [];

/** AVIF is smaller, but the file contains one format only, and some phones cannot read AVIF. */
const sizesOf = (element: Element): string[] =>
  attributeOf(element, 'type') === 'image/avif' ? [] : addressesOf(element);

const addressesOf = (element: Element): string[] =>
  [
    ...(attributeOf(element, 'srcset') ?? '').split(',').map((size) => size.trim().split(/\s+/)[0] ?? ''),
    attributeOf(element, 'src') ?? '',
  ].filter((address) => address !== '');

/** Escapes `</`, because `</style>` would end the element even inside a string or comment. */
const asStyleText = (css: string): string => css.replaceAll('</', '<\\/');
