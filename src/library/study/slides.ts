import { parseFragment, serialize } from 'parse5';
import { attributeOf, isElementNode } from '../../html/tree.ts';

export interface RenderedSlide {
  /** From 1. */
  number: number;
  /** Fragment of the address: `s-3`. */
  id: string;
  title: string;
  /** Level in the contents: 1 for the start of a step, 2 for a part of it. */
  level: 1 | 2;
  html: string;
}

/**
 * The slides of a page, in the order its components rendered them. Only the whole page knows their number and titles,
 * so numbers and contents are made here and not in the components.
 */
export function slidesIn(html: string): RenderedSlide[] {
  return parseFragment(html)
    .childNodes.filter(isElementNode)
    .flatMap((element) => {
      const title = attributeOf(element, 'data-slide');
      return title === undefined ? [] : [{ element, title }];
    })
    .map(({ element, title }, index) => ({
      number: index + 1,
      id: `s-${String(index + 1)}`,
      title,
      level: attributeOf(element, 'data-level') === '2' ? 2 : 1,
      html: serialize(element),
    }));
}
