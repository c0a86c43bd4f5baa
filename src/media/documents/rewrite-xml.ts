import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS } from 'saxes';
import { BrokenDocument } from './unsafe-document.ts';

export interface XmlElement {
  namespace: string;
  name: string;
  attributes: readonly SaxesAttributeNS[];
}

export interface XmlEdits {
  /** The attributes to write for an element, or undefined to leave the element out with everything in it. */
  element: (element: XmlElement) => readonly SaxesAttributeNS[] | undefined;
  /** The text to write inside the element of this name. */
  text?: (text: string, name: string) => string;
}

/**
 * Reads one XML part of an office file strictly and writes it anew, without comments, instructions and document types.
 * Prefixes stay as they are: office programs name some of them in attributes.
 */
export function rewriteXml(bytes: Uint8Array, edits: XmlEdits): Buffer {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const written: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'];
  const open: { tag: string; name: string; hasContent: boolean }[] = [];
  let leftOut = 0;
  parser.on('error', (error) => {
    throw new BrokenDocument(error.message);
  });
  parser.on('doctype', () => {
    throw new BrokenDocument('No office program writes a document type.');
  });
  const startContent = (): void => {
    const parent = open.at(-1);
    if (!parent || parent.hasContent) return;
    parent.hasContent = true;
    written.push('>');
  };
  parser.on('opentag', ({ name: tag, local, uri, attributes }) => {
    if (open.length + leftOut > maxDepth) throw new BrokenDocument('Too deep.');
    const kept =
      leftOut > 0
        ? undefined
        : edits.element({ namespace: uri, name: local, attributes: Object.values(attributes) });
    if (!kept) {
      leftOut += 1;
      return;
    }
    startContent();
    written.push(`<${tag}`, ...kept.map(({ name, value }) => ` ${name}="${escaped(value)}"`));
    open.push({ tag, name: local, hasContent: false });
  });
  const addText = (text: string): void => {
    const parent = open.at(-1);
    if (leftOut > 0 || !parent) return;
    const kept = edits.text ? edits.text(text, parent.name) : text;
    if (kept === '') return;
    startContent();
    written.push(escaped(kept));
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (leftOut > 0) {
      leftOut -= 1;
      return;
    }
    const element = open.pop()!;
    written.push(element.hasContent ? `</${element.tag}>` : '/>');
  });
  parser.write(decoded(bytes)).close();
  return Buffer.from(written.join(''));
}

/** Office programs nest some dozen elements. The parser looks up a namespace in all open elements. */
const maxDepth = 256;

function decoded(bytes: Uint8Array): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes).replace(/^<\?xml\s[^<>]*\?>/, '');
  } catch {
    throw new BrokenDocument('Its text is in no known encoding.');
  }
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"\t\n\r]/g, (character) => references[character]!);

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
