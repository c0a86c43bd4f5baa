import { parseFragment } from 'parse5';
import { attributeOf, elementsIn, hasClass, wordsIn } from '../../html/tree.ts';

export interface ContentsEntry {
  /** Id of the heading. */
  id: string;
  text: string;
  level: 2 | 3;
}

/** The table of contents of a booklet: its parts, and the first-level headings of each. */
export function contentsIn(html: string): ContentsEntry[] {
  return elementsIn(parseFragment(html)).flatMap((element) => {
    const level = { h2: 2, h3: 3 }[element.tagName] as ContentsEntry['level'] | undefined;
    const id = attributeOf(element, 'id');
    if (level === undefined || id === undefined || hasClass(element, 'footnotes-title')) return [];
    return [{ id, text: wordsIn(element), level }];
  });
}
