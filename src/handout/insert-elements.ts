import { defaultTreeAdapter } from 'parse5';
import { remove } from '../html/tree.ts';
import type { Element } from '../html/tree.ts';

/** Puts an element of text, as <style>, in the place of another one. */
export function replaceByText(element: Element, tag: string, text: string): void {
  const parent = element.parentNode;
  if (!parent) throw new Error(`<${element.tagName}> stands in no document.`);
  const made = defaultTreeAdapter.createElement(tag, element.namespaceURI, []);
  defaultTreeAdapter.insertText(made, text);
  defaultTreeAdapter.insertBefore(parent, made, element);
  remove(element);
}

/** Puts an element without content at the beginning of another one. */
export function prepend(parent: Element, tag: string, attributes: Readonly<Record<string, string>>): void {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const made = defaultTreeAdapter.createElement(tag, parent.namespaceURI, attrs);
  const first = parent.childNodes[0];
  if (first) defaultTreeAdapter.insertBefore(parent, made, first);
  else defaultTreeAdapter.appendChild(parent, made);
}
