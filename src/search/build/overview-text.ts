import { attributeOf, elementsIn, wordsIn } from '../../html/tree.ts';
import type { Element } from '../../html/tree.ts';
import type { PageText } from './page-text.ts';

/** What the site calls a page that is no entry. */
export function nameIn(elements: readonly Element[]): string | undefined {
  const main = elements.find(({ tagName }) => tagName === 'main');
  return main && attributeOf(main, 'data-search-name');
}

/** What a page says of itself in its head. */
export function metaIn(elements: readonly Element[], name: string): string | undefined {
  const meta = elements.find((each) => each.tagName === 'meta' && attributeOf(each, 'name') === name);
  return meta && attributeOf(meta, 'content');
}

/**
 * A page that leads on to entries: its name, its description and the headings that are its own. What it lists is found
 * where it stands itself, and would else be found twice.
 */
export function overview(address: string, elements: readonly Element[], name: string): PageText {
  const description = metaIn(elements, 'description') ?? '';
  const [first, ...others] = headingsIn(elements);
  return {
    address,
    title: name,
    day: '',
    // None: readers narrow down to entries, and there is no section of lists.
    filters: {},
    meta: first === undefined || first === name ? {} : { alias: first },
    blocks: [{ text: name, heading: '' }, ...[description, ...others].map((text) => ({ text }))],
    isOverview: true,
  };
}

/** The headings of the main part that are no links, each once. */
function headingsIn(elements: readonly Element[]): string[] {
  const main = elements.find(({ tagName }) => tagName === 'main');
  const headings = (main ? elementsIn(main) : []).filter(
    (each) => /^h[1-6]$/.test(each.tagName) && !elementsIn(each).some(({ tagName }) => tagName === 'a'),
  );
  return [...new Set(headings.map(wordsIn))].filter((text) => text !== '');
}
