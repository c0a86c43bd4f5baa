/** The pages of the release under test, as files, before any script runs. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** The folder that the server serves. */
export const builtFolder = (): string => path.join(process.env['HUB_TEST_DATA'] ?? '', 'live/site');

export async function builtFiles(): Promise<Set<string>> {
  const found = await readdir(builtFolder(), { recursive: true });
  return new Set(found.map((name) => name.split(path.sep).join('/')));
}

/** Addresses of the site map, without scheme and host: `/`, `/activities/`. */
export async function mappedAddresses(): Promise<string[]> {
  const xml = await readFile(path.join(builtFolder(), 'sitemap-0.xml'), 'utf8');
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
}

/** Every address in both views. Pages for paper, such as posters, have no elder view. */
export async function everyAddress(): Promise<string[]> {
  const [addresses, files] = await Promise.all([mappedAddresses(), builtFiles()]);
  const elder = addresses.map((address) => `/elder${address}`).filter((each) => files.has(fileOf(each)));
  return [...addresses, ...elder];
}

/** The file behind an address: `activities/index.html`. */
export const fileOf = (address: string): string =>
  decodeURI(address).slice(1) + (address.endsWith('/') ? 'index.html' : '');

/** All elements of a page, templates included. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** The text in an element, without scripts, styles and `noscript`. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (['script', 'style', 'noscript', 'template'].includes(node.nodeName)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
