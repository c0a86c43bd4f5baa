import { parseFragment, serialize } from 'parse5';
import { elementsIn, hasClass, isTextNode, remove } from '../../html/tree.ts';
import type { Element } from '../../html/tree.ts';

export interface Embedding {
  /** Put before every id: several texts are on one page, and each has a first footnote. */
  prefix: string;
  /** How many levels the headings move down, to fit below those of the page. */
  down: number;
}

/**
 * The rendered text of an entry as one part of a longer page. Permalinks of headings are left out: nobody can press
 * them on paper or on a wall. Pictures load eagerly, because a page may be printed or shown offline right away.
 */
export function embeddedText(html: string, { prefix, down }: Embedding): string {
  const fragment = parseFragment(html);
  for (const element of elementsIn(fragment)) {
    if (hasClass(element, 'anchor')) {
      withoutPermalink(element);
      continue;
    }
    element.attrs = element.attrs.flatMap((attribute) => {
      const { name, value } = attribute;
      if (name === 'loading') return [];
      if (name === 'id' || name === 'aria-labelledby') return [{ name, value: prefix + value }];
      if (name === 'href' && value.startsWith('#')) return [{ name, value: `#${prefix}${value.slice(1)}` }];
      return [attribute];
    });
    const level = /^h([2-6])$/.exec(element.tagName)?.[1];
    if (level !== undefined) {
      element.tagName = element.nodeName = `h${String(Math.min(6, Number(level) + down))}`;
    }
  }
  return serialize(fragment);
}

/** Removes a heading's permalink and the space before it. */
export function withoutPermalink(element: Element): void {
  const siblings = element.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(element) - 1];
  if (before && isTextNode(before)) before.value = before.value.trimEnd();
  remove(element);
}
