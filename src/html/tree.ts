/** Helpers for the HTML trees of parse5, which follows the standard. */
import { defaultTreeAdapter } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;

export const { isElementNode, isTextNode } = defaultTreeAdapter;

/**
 * Every element in document order, without those inside a template. Returns a complete list, so elements can be removed
 * during iteration without skipping others.
 */
export function elementsIn(parent: Parent): Element[] {
  return [...nodesBelow(parent)].filter(isElementNode);
}

/** All nodes below one, in document order. Without recursion: HTML of strangers can be nested thousands of times. */
function* nodesBelow(parent: Node): Generator<Node> {
  const waiting: Node[] = 'childNodes' in parent ? parent.childNodes.toReversed() : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if ('childNodes' in node)
      for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at]!);
  }
}

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

export const hasClass = (element: Element, name: string): boolean =>
  attributeOf(element, 'class')?.split(/\s+/).includes(name) ?? false;

/** Sets an attribute, or removes it if there is no value. */
export function setAttribute(element: Element, name: string, value?: string): void {
  const at = element.attrs.findIndex((attribute) => attribute.name === name);
  if (at >= 0) element.attrs.splice(at, 1, ...(value === undefined ? [] : [{ name, value }]));
  else if (value !== undefined) element.attrs.push({ name, value });
}

export const remove = (element: Element): void => {
  defaultTreeAdapter.detachNode(element);
};

/** The text of a node, with white space collapsed. */
export const wordsIn = (node: Node): string => textIn(node).replace(/\s+/g, ' ').trim();

function textIn(node: Node): string {
  if (isTextNode(node)) return node.value;
  return [...nodesBelow(node)].map((each) => (isTextNode(each) ? each.value : '')).join('');
}
