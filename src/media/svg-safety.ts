import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS } from 'saxes';
import { hasExternalReferences } from './css-references.ts';
import { elementFault, svgNamespace } from './svg-elements.ts';

/**
 * Why an SVG file must not be stored, or undefined. An SVG served from our own origin can run scripts and fetch external
 * files. It is rejected, not sanitized, because sanitizing would change an editor's picture without notice. The output of
 * common drawing programs passes. A strict, namespace-aware XML parser reads it as a browser does.
 */
export function svgFault(bytes: Uint8Array): string | undefined {
  const text = utf8(bytes);
  if (text === undefined) return '它不是 UTF-8 文字';
  try {
    return parseSvg(text);
  } catch (error) {
    if (error instanceof Rejection) return error.message;
    throw error;
  }
}

/** Stops the parser at the first forbidden thing. */
class Rejection extends Error {}

function reject(fault: string | undefined): void {
  if (fault !== undefined) throw new Rejection(fault);
}

/**
 * The limit of libxml2, which Chromium and sharp use to read SVG. The parser looks up a namespace in all open elements,
 * so the limit also keeps the time linear.
 */
const maxDepth = 256;
/** Text that is not XML has an error in every line. After a few, there is no point in searching for scripts. */
const maxErrors = 50;

/** Throws a `Rejection` for forbidden content. Returns the fault of mere XML errors only at the end, if all else is fine. */
function parseSvg(text: string): string | undefined {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  const open: { isStyle: boolean; css: string }[] = [];
  let errors = 0;
  let hasSvgRoot = false;
  parser.on('error', () => {
    errors += 1;
    if (errors > maxErrors) reject(brokenSvg);
  });
  parser.on('xmldecl', ({ encoding }) => {
    reject(encodingFault(encoding, text));
  });
  parser.on('doctype', (doctype) => {
    reject(doctypeFault(doctype));
  });
  parser.on('processinginstruction', ({ target }) => {
    reject(instructionFault(target));
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    reject(elementFault(uri, local));
    if (open.length === 0 && !hasSvgRoot) {
      hasSvgRoot = uri === svgNamespace && local === 'svg';
      if (!hasSvgRoot) reject('里面没有图形');
    }
    for (const attribute of Object.values(attributes)) reject(attributeFault(attribute));
    open.push({ isStyle: local.toLowerCase() === 'style', css: '' });
    if (open.length > maxDepth) reject('里面的图形套得太深');
  });
  // Browsers join all text nodes directly inside `style`, whatever is between them.
  const addCss = (text: string): void => {
    const element = open.at(-1);
    if (element?.isStyle) element.css += text;
  };
  parser.on('text', addCss);
  parser.on('cdata', addCss);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.isStyle && hasExternalReferences(element.css)) reject('里面引用了外部文件');
  });
  parser.write(text).close();
  if (!hasSvgRoot) return '里面没有图形';
  return errors > 0 ? brokenSvg : undefined;
}

/** Not well-formed XML, so browsers do not draw all of it. */
export const brokenSvg = '它不是完整的 SVG';

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Browsers trust the declared encoding. With another one, only ASCII is certain to be the same text. */
function encodingFault(encoding: string | undefined, text: string): string | undefined {
  if (encoding === undefined || /^utf-?8$/i.test(encoding)) return undefined;
  const isAscii = /^(?:us-ascii|iso-8859-1|windows-1252|gb2312|gbk|gb18030)$/i.test(encoding);
  return isAscii && /^[\0-\x7f]*$/.test(text) ? undefined : '它不是 UTF-8 文字';
}

/** Illustrator and draw.io declare the W3C's DTD, which browsers do not fetch. A custom DTD can change the content. */
function doctypeFault(doctype: string): string | undefined {
  if (/<!ENTITY/i.test(doctype)) return '里面有实体定义';
  const isStandard =
    /^\s*svg(?:\s+PUBLIC\s+(["'])-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN\1\s+(["'])[^"'[\]]*\2)?\s*$/;
  return isStandard.test(doctype) ? undefined : '里面有文档类型定义';
}

/** Adobe programs mark metadata with `xpacket`. */
function instructionFault(target: string): string | undefined {
  if (target === 'xpacket') return undefined;
  return target === 'xml-stylesheet' ? '里面引用了外部样式' : '里面有给其他程序的指令';
}

function attributeFault({ prefix, local, name, uri, value }: SaxesAttributeNS): string | undefined {
  if (prefix === 'xmlns' || name === 'xmlns') return undefined;
  const key = local.toLowerCase();
  if (key.startsWith('on')) return '里面有脚本';
  // Browsers ignore white space and control characters inside a scheme.
  const address = value.replace(/[\0-\x20]/g, '').toLowerCase();
  if (key === 'href' && !/^(?:#|data:image\/(?:png|jpeg|webp|gif);)/.test(address))
    return '里面引用了外部文件';
  if (key === 'src' || name === 'xml:base') return '里面引用了外部文件';
  if (address.includes('javascript:')) return '里面有脚本';
  // Attributes of other namespaces are metadata of drawing programs, such as Windows file names.
  return uri === '' && hasExternalReferences(value) ? '里面引用了外部文件' : undefined;
}
