import { nameIn, overview } from './overview-text.ts';
import { decoded, isBlock, isVoid, partsOf, valueOf } from './html-parts.ts';

/** What search knows of a page, read from the built HTML by the same attributes that Pagefind has for it. */
export interface PageText {
  /** Path below the site: `activities/2026/0315-lianxi-huiyi/`. */
  address: string;
  title: string;
  /** `2026-03-15`; empty where the page belongs to no day. */
  day: string;
  /** `data-pagefind-filter`: section, year, topic, … */
  filters: Record<string, string[]>;
  /** `data-pagefind-meta`. */
  meta: Record<string, string>;
  blocks: Block[];
  /** A list or another page that leads on: found by its name, its description and its headings alone. */
  isOverview?: true;
}

/** A paragraph, an item, a cell or a heading, in the order of the page. */
export interface Block {
  text: string;
  /** Headings only: what the address of the section ends in; empty where it cannot be linked. */
  heading?: string;
}

interface Open {
  name: string;
  isBody: boolean;
  isIgnored: boolean;
  /** Filters and metadata that take the element's own text. */
  waiting: (readonly [kind: 'filters' | 'meta', name: string])[];
  from: number;
}

/** Undefined for pages that do not ask to be found. */
export function readPage(address: string, html: string): PageText | undefined {
  const name = nameIn(html);
  if (!html.includes('data-pagefind-body'))
    return name === undefined ? undefined : overview(address, html, name);
  const page: PageText = { address, title: '', day: dayOf(html), filters: {}, meta: {}, blocks: [] };
  const stack: Open[] = [];
  let block: Block = { text: '' };
  const isRead = (): boolean => stack.some((each) => each.isBody) && !stack.some((each) => each.isIgnored);

  const endBlock = (): void => {
    const text = block.text.replace(/\s+/g, ' ').trim();
    if (text !== '') page.blocks.push({ ...block, text });
    block = { text: '' };
  };
  const leave = (element: Open): void => {
    for (const [kind, name] of element.waiting) keep(page, kind, name, block.text.slice(element.from));
    if (isBlock(element.name)) endBlock();
  };

  for (const part of partsOf(html)) {
    if (part.kind === 'text') {
      if (isRead()) block.text += decoded(part.text);
      continue;
    }
    if (part.kind === 'end') {
      const at = stack.findLastIndex(({ name }) => name === part.name);
      if (at >= 0) stack.splice(at).toReversed().forEach(leave);
      continue;
    }
    const { name, attributes } = part;
    if (isBlock(name)) endBlock();
    if (name === 'br') block.text += ' ';
    const waiting = settings(page, attributes);
    if (isVoid(name) || attributes.endsWith('/')) continue;
    stack.push({
      name,
      isBody: valueOf(attributes, 'data-pagefind-body') !== undefined,
      // Ways to other pages are no part of this one's text.
      isIgnored: name === 'nav' || ignoring.some((attribute) => valueOf(attributes, attribute) !== undefined),
      waiting,
      from: block.text.length,
    });
    if (/^h[1-6]$/.test(name) && isRead()) block.heading = valueOf(attributes, 'id') ?? '';
  }
  endBlock();
  const first = page.blocks.find(({ heading }) => heading !== undefined);
  page.title = page.meta['title'] ?? first?.text ?? '';
  if (name !== undefined && name !== page.title) page.meta['alias'] ??= name;
  return page;
}

const ignoring = ['data-pagefind-ignore', 'data-search-ignore', 'hidden'];

/** Keeps `name:value` and `name[attribute]` at once; gives back the names that wait for the element's text. */
function settings(page: PageText, attributes: string): Open['waiting'] {
  const waiting: Open['waiting'] = [];
  for (const kind of ['filters', 'meta'] as const) {
    const written =
      valueOf(attributes, kind === 'meta' ? 'data-pagefind-meta' : 'data-pagefind-filter') ?? '';
    for (const setting of written.split(',').map((each) => each.trim())) {
      const [, name = '', attribute, value] = /^([^[:]+)(?:\[([^\]]+)\]|:(.*))?$/.exec(setting) ?? [];
      if (name === '') continue;
      if (attribute !== undefined) keep(page, kind, name, valueOf(attributes, attribute) ?? '');
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

/** The tag every article carries for its day of publication. */
const dayOf = (html: string): string =>
  /<meta name="PubDate" content="(\d{4}-\d\d-\d\d)/.exec(html)?.[1] ?? '';
