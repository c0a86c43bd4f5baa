import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS } from 'saxes';
import { UnsafeSvg } from './unsafe-svg.ts';

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** An element of a drawing as it will be written: always of SVG, with attributes without a namespace. */
export interface SvgElement {
  name: string;
  attributes: Map<string, string>;
  children: (SvgElement | string)[];
}

/** An element as the parser reads it. */
export interface ReadElement {
  namespace: string;
  name: string;
  attributes: readonly SaxesAttributeNS[];
  /** Undefined for the root. */
  parent: SvgElement | undefined;
}

/**
 * Reads a drawing with a strict, namespace-aware parser and keeps what `keep` returns for each element: the element to
 * write, or undefined to leave it out with everything in it. Only what was kept is ever written, so nothing that the
 * parser did not see can remain: no comment, no instruction, no document type, no CDATA.
 */
export function readSvgTree(
  text: string,
  keep: (element: ReadElement) => SvgElement | undefined,
): SvgElement {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  const open: SvgElement[] = [];
  let root: SvgElement | undefined;
  /** How many elements are open inside one that is left out. */
  let leftOut = 0;
  let elements = 0;
  parser.on('error', () => {
    throw new UnsafeSvg(brokenSvg);
  });
  parser.on('doctype', (doctype) => {
    refuseDoctype(doctype);
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') throw new UnsafeSvg('里面引用了外部样式');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    elements += 1;
    if (elements > maxElements)
      throw new UnsafeSvg(`里面的图形太多，超过 ${String(maxElements / 10_000)} 万个`);
    if (open.length + leftOut >= maxDepth) throw new UnsafeSvg('里面的图形套得太深');
    const all = Object.values(attributes);
    if (all.length > maxAttributes) throw new UnsafeSvg('里面有图形写了太多属性');
    const parent = open.at(-1);
    const kept = leftOut > 0 ? undefined : keep({ namespace: uri, name: local, attributes: all, parent });
    if (!kept) {
      leftOut += 1;
      return;
    }
    if (parent) parent.children.push(kept);
    else root = kept;
    open.push(kept);
  });
  const addText = (text: string): void => {
    if (leftOut === 0) open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (leftOut > 0) leftOut -= 1;
    else open.pop();
  });
  parser.write(text).close();
  if (!root) throw new UnsafeSvg('里面没有图形');
  return root;
}

/** Not well-formed XML, so browsers do not draw all of it. */
export const brokenSvg = '它不是完整的 SVG';

/** The limit of libxml2, which browsers use. The parser looks up a namespace in all open elements, so time stays linear. */
const maxDepth = 256;
/** A map of a city has some ten thousand. */
const maxElements = 100_000;
const maxAttributes = 200;

/** Illustrator and draw.io name the W3C's DTD, which is left out. One with definitions of its own can change everything. */
function refuseDoctype(doctype: string): void {
  if (/<!ENTITY/i.test(doctype)) throw new UnsafeSvg('里面有实体定义');
  if (doctype.includes('[') || !/^\s*svg(?:\s|$)/.test(doctype)) throw new UnsafeSvg('里面有文档类型定义');
}

/** The drawing as a file: UTF-8, one namespace, and only what the tree holds. */
export function writeSvg(root: SvgElement): string {
  const parts: string[] = [];
  const write = (element: SvgElement, extra = ''): void => {
    parts.push(`<${element.name}${extra}`);
    for (const [name, value] of element.attributes) parts.push(` ${name}="${escapedAttribute(value)}"`);
    if (element.children.length === 0) {
      parts.push('/>');
      return;
    }
    parts.push('>');
    for (const child of element.children) {
      if (typeof child === 'string') parts.push(escapedText(child));
      else write(child);
    }
    parts.push(`</${element.name}>`);
  };
  write(root, ` xmlns="${svgNamespace}"`);
  return `${parts.join('')}\n`;
}

const escapedText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Line breaks and tabs as references, or a reader would turn them into spaces. */
const escapedAttribute = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (character) => `&#${String(character.charCodeAt(0))};`);
