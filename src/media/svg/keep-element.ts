import type { SaxesAttributeNS } from 'saxes';
import {
  drawnElements,
  drawnProperties,
  ignoredElements,
  pageNamespaces,
  plainAttributes,
  refusedElements,
} from './allowed-svg.ts';
import { cleanDeclarations, cleanValue, fetches } from './clean-css.ts';
import { svgNamespace } from './svg-tree.ts';
import type { ReadElement, SvgElement } from './svg-tree.ts';
import { UnsafeSvg } from './unsafe-svg.ts';

/** The element as it is written, or undefined if it is left out. Throws for what makes the whole drawing unsafe. */
export function keptElement({ namespace, name, attributes, parent }: ReadElement): SvgElement | undefined {
  if (!parent && (namespace !== svgNamespace || name !== 'svg')) {
    throw new UnsafeSvg(pageNamespaces.has(namespace) ? pageInside : '里面没有图形');
  }
  // draw.io writes each text twice: as a web page and, for all other programs, as a drawing.
  if (name === 'foreignObject' && parent?.name === 'switch') return undefined;
  const refused = refusedElements.get(name.toLowerCase());
  if (refused !== undefined) throw new UnsafeSvg(refused);
  if (pageNamespaces.has(namespace)) throw new UnsafeSvg(pageInside);
  if (namespace !== svgNamespace || ignoredElements.has(name)) return undefined;
  if (!drawnElements.has(name)) throw new UnsafeSvg(`里面的“${name.slice(0, 30)}”不是图形`);
  const type = attributes.find((attribute) => attribute.name === 'type')?.value.trim() ?? '';
  if (name === 'style' && !/^(?:text\/css)?$/i.test(type)) return undefined;
  const kept = new Map<string, string>();
  for (const attribute of attributes) {
    const written = keptAttribute(name, attribute);
    if (written) kept.set(...written);
  }
  refuseCostly(name, kept);
  return { name, attributes: kept, children: [] };
}

export const pageInside = '里面嵌入了网页';

/** Name and value of an attribute as it is written; undefined for one that is left out. */
function keptAttribute(
  element: string,
  { prefix, name, local, uri, value }: SaxesAttributeNS,
): [string, string] | undefined {
  if (prefix === 'xmlns' || name === 'xmlns') return undefined;
  if (prefix === 'xml') {
    if (local === 'base') throw new UnsafeSvg(fetches);
    return local === 'space' ? [name, value] : local === 'lang' ? ['lang', value] : undefined;
  }
  if (local === 'href' && (uri === '' || uri === 'http://www.w3.org/1999/xlink'))
    return keptReference(element, value);
  // Other namespaces hold notes of drawing programs, such as Windows file names.
  if (uri !== '') return undefined;
  if (/^on/i.test(local)) throw new UnsafeSvg('里面有脚本');
  if (local === 'style') return withValue(local, cleanDeclarations(value));
  // An id that cannot be written in a reference would hide what refers to it.
  if (local === 'id' && !/^[^\s"'()\\%#]+$/.test(value)) return undefined;
  if (plainAttributes.has(local)) return [local, value];
  return drawnProperties.has(local) ? withValue(local, cleanValue(local, value)) : undefined;
}

const withValue = (name: string, value = ''): [string, string] | undefined =>
  value === '' ? undefined : [name, value];

/** A reference inside the drawing, or a picture within it. A link is left out: it never worked in a picture. */
function keptReference(element: string, value: string): [string, string] | undefined {
  // Browsers ignore white space and control characters inside a scheme.
  const address = value.replaceAll(/[\0-\x20]/g, '');
  if (/^(?:javascript|vbscript):/i.test(address)) throw new UnsafeSvg('里面有脚本');
  if (/^#/.test(address)) return ['href', address];
  if (element === 'a' && !/^data:/i.test(address)) return undefined;
  if (/^data:image\/svg/i.test(address)) throw new UnsafeSvg('里面嵌着另一张 SVG 图');
  const isPicture = (element === 'image' || element === 'feImage') && embeddedPicture.test(address);
  if (!isPicture) throw new UnsafeSvg(fetches);
  return ['href', address];
}

export const embeddedPicture = /^data:image\/(?:png|jpe?g|webp|gif|avif);base64,[a-z\d+/]+={0,2}$/i;

/** Filters that need minutes for one picture. */
function refuseCostly(name: string, attributes: ReadonlyMap<string, string>): void {
  const most = (attribute: string, limit: number): void => {
    const numbers = (attributes.get(attribute) ?? '0')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (!numbers.every((number) => number <= limit)) throw new UnsafeSvg('里面的滤镜太复杂');
  };
  if (name === 'feTurbulence') most('numOctaves', 10);
  if (name === 'feConvolveMatrix') most('order', 10);
  if (name === 'feMorphology') most('radius', 100);
  if (name === 'feGaussianBlur' || name === 'feDropShadow') most('stdDeviation', 1000);
}
