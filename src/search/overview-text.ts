import { decoded, partsOf, valueOf } from './html-parts.ts';
import type { PageText } from './page-text.ts';

/** What the site calls a page that is no entry. */
export const nameIn = (html: string): string | undefined => {
  const attributes = /<main\b((?:"[^"]*"|[^>"])*)>/.exec(html)?.[1];
  return attributes === undefined ? undefined : valueOf(attributes, 'data-search-name');
};

/**
 * A page that leads on to entries: its name, its description and the headings that are its own. What it lists is found
 * where it stands itself, and would else be found twice.
 */
export function overview(address: string, html: string, name: string): PageText {
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const [first, ...others] = headingsOf(html);
  return {
    address,
    title: name,
    day: '',
    // None: readers narrow down to entries, and there is no section of lists.
    filters: {},
    meta: first === undefined || first === name ? {} : { alias: first },
    blocks: [{ text: name, heading: '' }, ...[decoded(description), ...others].map((text) => ({ text }))],
    isOverview: true,
  };
}

/** The headings of the main part that are no links, each once. */
function headingsOf(html: string): string[] {
  const found = new Set<string>();
  let isMain = false;
  let open: { text: string; isLink: boolean } | undefined;
  for (const part of partsOf(html)) {
    if (part.kind === 'text') {
      if (open) open.text += decoded(part.text);
      continue;
    }
    if (part.name === 'main') isMain = part.kind === 'start';
    if (part.name === 'a' && open) open.isLink = true;
    if (!/^h[1-6]$/.test(part.name) || !isMain) continue;
    if (part.kind === 'start') open = { text: '', isLink: false };
    else {
      const text = open?.text.replace(/\s+/g, ' ').trim() ?? '';
      if (open && !open.isLink && text !== '') found.add(text);
      open = undefined;
    }
  }
  return [...found];
}
