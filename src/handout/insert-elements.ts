import { defaultTreeAdapter } from 'parse5';
import { remove } from '../html/tree.ts';
import type { Element } from '../html/tree.ts';

/** Replaces an element with one that contains text, such as <style>. */
export function replaceByText(element: Element, tag: string, text: string): void {
  const parent = element.parentNode;
  if (!parent) throw new Error(`<${element.tagName}> has no parent, so it cannot be replaced.`);
  const inserted = defaultTreeAdapter.createElement(tag, element.namespaceURI, []);
  defaultTreeAdapter.insertText(inserted, text);
  defaultTreeAdapter.insertBefore(parent, inserted, element);
  remove(element);
}

/** Inserts an empty element as the first child of another one. */
export function prepend(parent: Element, tag: string, attributes: Readonly<Record<string, string>>): void {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const inserted = defaultTreeAdapter.createElement(tag, parent.namespaceURI, attrs);
  const first = parent.childNodes[0];
  if (first) defaultTreeAdapter.insertBefore(parent, inserted, first);
  else defaultTreeAdapter.appendChild(parent, inserted);
}
