import { parse } from 'parse5';
import { elementsIn } from '../html/tree.ts';
import type { Element } from '../html/tree.ts';
import type { SourceEdit } from './source-edits.ts';
import { escapeHtml } from '../html/escape-html.ts';

/** Every element of a page in source order, with its source location. */
export const elementsOf = (html: string): Element[] =>
  elementsIn(parse(html, { sourceCodeLocationInfo: true }));

/** Sets an attribute. */
export function attributeEdit(element: Element, name: string, value: string): SourceEdit {
  const written = `${name}="${escapeHtml(value)}"`;
  const place = element.sourceCodeLocation?.attrs?.[name];
  if (place) return { start: place.startOffset, end: place.endOffset, text: written };
  const start = sourceRangeOf(element).start + 1 + element.tagName.length;
  return { start, end: start, text: ` ${written}` };
}

/** Removes an attribute and the blank before it. */
export function attributeRemoval(element: Element, name: string): SourceEdit[] {
  const place = element.sourceCodeLocation?.attrs?.[name];
  return place ? [{ start: place.startOffset - 1, end: place.endOffset, text: '' }] : [];
}

export interface SourceRange {
  start: number;
  /** The start of its end tag; the end of the element where it has none. */
  innerEnd: number;
  end: number;
}

export function sourceRangeOf(element: Element): SourceRange {
  const location = element.sourceCodeLocation;
  // The parser adds <html>, <head> or <body> where the source has none.
  if (!location) throw new Error(`The page has no <${element.tagName}> of its own.`);
  const { startOffset, endOffset, endTag } = location;
  return { start: startOffset, innerEnd: endTag?.startOffset ?? endOffset, end: endOffset };
}
