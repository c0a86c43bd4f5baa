import { parseFragment, serialize, serializeOuter } from 'parse5';
import { attributeOf, elementsIn, hasClass, isElementNode, remove, wordsIn } from '../../html/tree.ts';
import type { Element } from '../../html/tree.ts';

/** A text from one heading to the next: what belongs together on a slide. */
export interface TextPart {
  /** Undefined before the first heading. */
  heading?: { id: string | undefined; html: string; text: string };
  /** The parent heading. */
  above?: string;
  html: string;
}

const cutting = ['h2', 'h3'];

/**
 * Splits a rendered text at its headings of the first two levels. A heading directly followed by another makes no part;
 * it becomes the parent heading of the next. Footnotes are the last part, because the numbers in the text link there.
 */
export function textParts(html: string): TextPart[] {
  const parts: TextPart[] = [{ html: '' }];
  let top: string | undefined;
  for (const node of parseFragment(html).childNodes) {
    const last = parts.at(-1)!;
    const heading = isElementNode(node) ? headingIn(node) : undefined;
    if (!heading) {
      last.html += serializeOuter(node);
      continue;
    }
    if (last.html.trim() === '') parts.pop();
    const part: TextPart = { heading, html: heading.rest };
    if (heading.level === 'h3' && top !== undefined) part.above = top;
    else top = heading.text;
    parts.push(part);
  }
  return parts.filter((part) => part.html.trim() !== '');
}

function headingIn(
  element: Element,
): (NonNullable<TextPart['heading']> & { level: string; rest: string }) | undefined {
  if (cutting.includes(element.tagName)) {
    return { ...wordsOf(element), level: element.tagName, rest: '' };
  }
  if (!hasClass(element, 'footnotes')) return undefined;
  const title = elementsIn(element).find((each) => hasClass(each, 'footnotes-title'));
  if (!title) return undefined;
  remove(title);
  return { ...wordsOf(title), level: 'h2', rest: serializeOuter(element) };
}

const wordsOf = (element: Element) => ({
  id: attributeOf(element, 'id'),
  html: serialize(element).trim(),
  text: wordsIn(element),
});
