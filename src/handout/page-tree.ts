import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Document = DefaultTreeAdapterTypes.Document;

export const documentOf = (html: string): Document => parse(html);

/** Every element in the order it is written, read once: what is taken away meanwhile is still visited. */
export function elementsOf(document: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return document.childNodes
    .filter(defaultTreeAdapter.isElementNode)
    .flatMap((element) => [element, ...elementsOf(element)]);
}

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Gives an attribute a value; without one, takes it away. */
export function setAttribute(element: Element, name: string, value?: string): void {
  const at = element.attrs.findIndex((attribute) => attribute.name === name);
  if (at >= 0) element.attrs.splice(at, 1, ...(value === undefined ? [] : [{ name, value }]));
  else if (value !== undefined) element.attrs.push({ name, value });
}

export const remove = (element: Element): void => {
  defaultTreeAdapter.detachNode(element);
};

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
