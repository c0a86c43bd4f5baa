import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS } from 'saxes';
import { hasExternalReferences } from './css-references.ts';
import { elementFault, svgNamespace } from './svg-elements.ts';

/**
 * Why a drawing may not be stored, or undefined. An SVG served from our own address can carry scripts and
 * fetch from elsewhere. Refusing is honest where cleaning would change somebody's picture behind their back;
 * what drawing programs write passes. It is read as a browser reads it: by a strict, namespace-aware XML parser.
 */
export function svgFault(bytes: Uint8Array): string | undefined {
  const text = utf8(bytes);
  if (text === undefined) return '它不是 UTF-8 文字';
  try {
    return readWhole(text);
  } catch (fault) {
    if (fault instanceof Refusal) return fault.message;
    throw fault;
  }
}

/** Ends the reading at the first thing that may not be there. */
class Refusal extends Error {}

function refuse(fault: string | undefined): void {
  if (fault !== undefined) throw new Refusal(fault);
}

/**
 * The limit of libxml2, which Chromium and sharp read SVG with. The parser looks a namespace up through all that is
 * open, so the limit also keeps the time linear.
 */
const deepest = 256;
/** A text that is no XML has an error in every line; a few are enough to look for a script behind them. */
const mostErrors = 50;

/** Reads to the end and throws a `Refusal` for what may not be there; a mere slip in the XML is told if all else is well. */
function readWhole(text: string): string | undefined {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  const open: { isStyle: boolean; css: string }[] = [];
  let errors = 0;
  let isDrawing = false;
  parser.on('error', () => {
    errors += 1;
    if (errors > mostErrors) refuse(brokenSvg);
  });
  parser.on('xmldecl', ({ encoding }) => {
    refuse(encodingFault(encoding, text));
  });
  parser.on('doctype', (doctype) => {
    refuse(doctypeFault(doctype));
  });
  parser.on('processinginstruction', ({ target }) => {
    refuse(instructionFault(target));
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    refuse(elementFault(uri, local));
    if (open.length === 0 && !isDrawing) {
      isDrawing = uri === svgNamespace && local === 'svg';
      if (!isDrawing) refuse('里面没有图形');
    }
    for (const attribute of Object.values(attributes)) refuse(attributeFault(attribute));
    open.push({ isStyle: local.toLowerCase() === 'style', css: '' });
    if (open.length > deepest) refuse('里面的图形套得太深');
  });
  // Browsers take the texts that stand directly in `style` together, whatever stands between them.
  const addCss = (part: string): void => {
    const element = open.at(-1);
    if (element?.isStyle) element.css += part;
  };
  parser.on('text', addCss);
  parser.on('cdata', addCss);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.isStyle && hasExternalReferences(element.css)) refuse('里面引用了外部文件');
  });
  parser.write(text).close();
  if (!isDrawing) return '里面没有图形';
  return errors > 0 ? brokenSvg : undefined;
}

/** No well-formed XML, so no browser draws it whole. */
export const brokenSvg = '它不是完整的 SVG';

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Browsers believe the label. Where it says something else, only ASCII is sure to be the same text. */
function encodingFault(encoding: string | undefined, text: string): string | undefined {
  if (encoding === undefined || /^utf-?8$/i.test(encoding)) return undefined;
  const isAscii = /^(?:us-ascii|iso-8859-1|windows-1252|gb2312|gbk|gb18030)$/i.test(encoding);
  return isAscii && /^[\0-\x7f]*$/.test(text) ? undefined : '它不是 UTF-8 文字';
}

/** Illustrator and draw.io name the DTD of the W3C, which no browser fetches. One of its own can change what follows. */
function doctypeFault(doctype: string): string | undefined {
  if (/<!ENTITY/i.test(doctype)) return '里面有实体定义';
  const isStandard =
    /^\s*svg(?:\s+PUBLIC\s+(["'])-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN\1\s+(["'])[^"'[\]]*\2)?\s*$/;
  return isStandard.test(doctype) ? undefined : '里面有文档类型定义';
}

/** `xpacket` is how Adobe's programs mark the notes on a picture. */
function instructionFault(target: string): string | undefined {
  if (target === 'xpacket') return undefined;
  return target === 'xml-stylesheet' ? '里面引用了外部样式' : '里面有给其他程序的指令';
}

function attributeFault({ prefix, local, name, uri, value }: SaxesAttributeNS): string | undefined {
  if (prefix === 'xmlns' || name === 'xmlns') return undefined;
  const key = local.toLowerCase();
  if (key.startsWith('on')) return '里面有脚本';
  // Browsers leave out white space and control characters inside a scheme.
  const address = value.replace(/[\0-\x20]/g, '').toLowerCase();
  if (key === 'href' && !/^(?:#|data:image\/(?:png|jpeg|webp|gif);)/.test(address))
    return '里面引用了外部文件';
  if (key === 'src' || name === 'xml:base') return '里面引用了外部文件';
  if (address.includes('javascript:')) return '里面有脚本';
  // Attributes of other namespaces are the drawing program's notes, file names of Windows among them.
  return uri === '' && hasExternalReferences(value) ? '里面引用了外部文件' : undefined;
}
