import { attributeOf, elementsIn, wordsIn } from '../../html/tree.ts';
import type { Element } from '../../html/tree.ts';
import type { PageText } from './page-content.ts';

/** The search name of a page that is not an entry. */
export function nameIn(elements: readonly Element[]): string | undefined {
  const main = elements.find(({ tagName }) => tagName === 'main');
  return main && attributeOf(main, 'data-search-name');
}

/** The content of a `<meta>` element. */
export function metaIn(elements: readonly Element[], name: string): string | undefined {
  const meta = elements.find((each) => each.tagName === 'meta' && attributeOf(each, 'name') === name);
  return meta && attributeOf(meta, 'content');
}

/**
 * An overview page: its name, its description and its own headings. The entries that it lists have pages of their own,
 * and would otherwise be found twice.
 */
export function overviewText(address: string, elements: readonly Element[], name: string): PageText {
  const description = metaIn(elements, 'description') ?? '';
  const [first, ...others] = headingsIn(elements);
  return {
    address,
    title: name,
    day: '',
    // No filters: they select entries, and no section consists of lists.
    filters: {},
    meta: first === undefined || first === name ? {} : { alias: first },
    blocks: [{ text: name, heading: '' }, ...[description, ...others].map((text) => ({ text }))],
    isOverview: true,
  };
}

/** The headings of the main part that are not links, without duplicates. */
function headingsIn(elements: readonly Element[]): string[] {
  const main = elements.find(({ tagName }) => tagName === 'main');
  const headings = (main ? elementsIn(main) : []).filter(
    (each) => /^h[1-6]$/.test(each.tagName) && !elementsIn(each).some(({ tagName }) => tagName === 'a'),
  );
  return [...new Set(headings.map(wordsIn))].filter((text) => text !== '');
}
