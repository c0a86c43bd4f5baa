import { parseFragment, serialize } from 'parse5';
import { attributeOf, isElementNode } from '../../html/tree.ts';

export interface RenderedSlide {
  /** From 1. */
  number: number;
  /** Where the address leads: `#s-3`. */
  id: string;
  title: string;
  /** How deep it stands in the contents: the beginning of a step, or a part of one. */
  level: 1 | 2;
  html: string;
}

/**
 * The slides of a page, in the order its components wrote them. Only the whole page knows how many there are and
 * what each is called, so numbers and contents are made here and not by the components.
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
