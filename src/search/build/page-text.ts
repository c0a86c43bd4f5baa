import { parse } from 'parse5';
import { attributeOf, elementsIn, isElementNode, isTextNode } from '../../html/tree.ts';
import type { Element, Node } from '../../html/tree.ts';
import { metaIn, nameIn, overviewText } from './overview-text.ts';
import type { Block, PageText } from './page-content.ts';

/** Undefined for pages that are not marked for search. */
export function readPage(address: string, html: string): PageText | undefined {
  const isBody = html.includes('data-pagefind-body');
  // Most other pages need not be parsed at all.
  if (!isBody && !html.includes('data-search-name')) return undefined;
  const document = parse(html);
  const elements = elementsIn(document);
  const name = nameIn(elements);
  if (!isBody) return name === undefined ? undefined : overviewText(address, elements, name);
  const page: PageText = { address, title: '', day: dayIn(elements), filters: {}, meta: {}, blocks: [] };
  readNode(document, new PageReader(page), { isBody: false, isIgnored: false });
  const first = page.blocks.find(({ heading }) => heading !== undefined);
  page.title = page.meta['title'] ?? first?.text ?? '';
  if (name !== undefined && name !== page.title) page.meta['alias'] ??= name;
  return page;
}

/** Collects the blocks of a page. */
class PageReader {
  readonly page: PageText;
  #block: Block = { text: '' };

  constructor(page: PageText) {
    this.page = page;
  }

  get text(): string {
    return this.#block.text;
  }

  add(text: string): void {
    this.#block.text += text;
  }

  beginHeading(id: string): void {
    this.#block.heading = id;
  }

  endBlock(): void {
    const text = this.#block.text.replace(/\s+/g, ' ').trim();
    if (text !== '') this.page.blocks.push({ ...this.#block, text });
    this.#block = { text: '' };
  }
}

function readNode(node: Node, reader: PageReader, above: { isBody: boolean; isIgnored: boolean }): void {
  if (isTextNode(node)) {
    if (above.isBody && !above.isIgnored) reader.add(node.value);
    return;
  }
  if (!isElementNode(node)) {
    if ('childNodes' in node) for (const child of node.childNodes) readNode(child, reader, above);
    return;
  }
  if (noText.has(node.tagName)) return;
  if (isBlock(node.tagName)) reader.endBlock();
  if (node.tagName === 'br') reader.add(' ');
  const waiting = settings(reader.page, node);
  const inside = {
    isBody: above.isBody || attributeOf(node, 'data-pagefind-body') !== undefined,
    // Navigation is not part of the page's text.
    isIgnored:
      above.isIgnored ||
      node.tagName === 'nav' ||
      ignoring.some((attribute) => attributeOf(node, attribute) !== undefined),
  };
  if (/^h[1-6]$/.test(node.tagName) && inside.isBody && !inside.isIgnored)
    reader.beginHeading(attributeOf(node, 'id') ?? '');
  const from = reader.text.length;
  for (const child of node.childNodes) readNode(child, reader, inside);
  for (const [kind, name] of waiting) keep(reader.page, kind, name, reader.text.slice(from));
  if (isBlock(node.tagName)) reader.endBlock();
}

const noText = new Set(['script', 'style', 'template', 'svg', 'noscript']);

/** Elements within a line of text. All others start and end a block. */
const inLine = new Set(
  (
    'a abbr b bdi bdo br cite code data dfn del em i img input ins kbd label mark picture q rp rt ruby s samp small ' +
    'source span strong sub sup time u var wbr'
  ).split(' '),
);
const isBlock = (name: string): boolean => !inLine.has(name);

const ignoring = ['data-pagefind-ignore', 'data-search-ignore', 'hidden'];

type Waiting = readonly [kind: 'filters' | 'meta', name: string];

/** Stores `name:value` and `name[attribute]` at once; returns the names that take the element's text as value. */
function settings(page: PageText, element: Element): Waiting[] {
  const waiting: Waiting[] = [];
  for (const kind of ['filters', 'meta'] as const) {
    const written =
      attributeOf(element, kind === 'meta' ? 'data-pagefind-meta' : 'data-pagefind-filter') ?? '';
    for (const setting of written.split(',').map((each) => each.trim())) {
      const [, name = '', attribute, value] = /^([^[:]+)(?:\[([^\]]+)\]|:(.*))?$/.exec(setting) ?? [];
      if (name === '') continue;
      if (attribute !== undefined) keep(page, kind, name, attributeOf(element, attribute) ?? '');
      else if (value !== undefined) keep(page, kind, name, value);
      else waiting.push([kind, name]);
    }
  }
  return waiting;
}

function keep(page: PageText, kind: 'filters' | 'meta', name: string, value: string): void {
  const plain = value.trim();
  if (plain === '') return;
  if (kind === 'meta') page.meta[name] ??= plain;
  else page.filters[name] = [...new Set([...(page.filters[name] ?? []), plain])];
}

/** The day of publication, which every article has in a `<meta>` element. */
const dayIn = (elements: readonly Element[]): string =>
  /^\d{4}-\d\d-\d\d/.exec(metaIn(elements, 'PubDate') ?? '')?.[0] ?? '';
