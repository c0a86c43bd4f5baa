import type { SaxesAttributeNS } from 'saxes';
import { rewriteXml } from './rewrite-xml.ts';
import type { XmlElement } from './rewrite-xml.ts';
import { UnsafeDocument } from './unsafe-document.ts';

/** A part of an office file without names of people, devices and folders. `leftOut` are its relationships that are gone. */
export function cleanPart(bytes: Uint8Array, leftOut: ReadonlySet<string>): Buffer {
  let field = '';
  return rewriteXml(bytes, {
    element: (element) => {
      refuseMarkup(element);
      if (element.name === 'fldChar' || element.name === 'fldSimple') field = '';
      if (personalElements.has(element.name) && isOffice(element)) return undefined;
      return element.attributes.flatMap((attribute) => keptAttribute(element, attribute, leftOut) ?? []);
    },
    text: (text, name) => {
      if (name !== 'instrText') return text;
      field += text;
      return fieldText(field, text);
    },
  });
}

/** Word has another namespace for each variant; Excel's elements that count here have names of their own. */
const isWord = ({ namespace }: XmlElement): boolean =>
  namespace.endsWith('/wordprocessingml/main') || namespace.endsWith('/wordprocessingml/2006/main');
const isOffice = ({ namespace }: XmlElement): boolean =>
  /openxmlformats|purl\.oclc|microsoft/.test(namespace);

const revisions = new Set([
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'cellIns',
  'cellDel',
  'cellMerge',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'numberingChange',
]);

function refuseMarkup(element: XmlElement): void {
  const { name } = element;
  if (isWord(element) && revisions.has(name)) {
    throw new UnsafeDocument('里面还有修订，带着修改人的姓名。请在“审阅”里点“接受所有修订”，再放进来');
  }
  const isComment = name === 'comment' && (isWord(element) || element.namespace.includes('spreadsheetml'));
  if (isComment) {
    throw new UnsafeDocument('里面有批注，带着批注人的姓名。请在“审阅”里删去所有批注，再放进来');
  }
  if (name === 'fldSimple') {
    const instruction = element.attributes.find(({ local }) => local === 'instr')?.value ?? '';
    fieldText(instruction, instruction);
  }
}

/** Fields are instructions for Word. One starts other programs; some name a file on the author's computer. */
function fieldText(field: string, text: string): string {
  if (/^\s*DDE/i.test(field)) throw new UnsafeDocument('里面有会运行别的程序的域。请删去它，再放进来');
  return /^\s*(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|RD|DATABASE)\b/i.test(field) ? '' : text;
}

const personalElements = new Set([
  // Word: sessions, template, variables, source of addresses.
  'rsids',
  'attachedTemplate',
  'docVars',
  'mailMerge',
  'printerSettings',
  // Excel: who has it open, where it was saved, views with the names of people.
  'fileSharing',
  'absPath',
  'revisionPtr',
  'customWorkbookViews',
  'customSheetViews',
  'customProperties',
]);

function keptAttribute(
  element: XmlElement,
  attribute: SaxesAttributeNS,
  leftOut: ReadonlySet<string>,
): SaxesAttributeNS | undefined {
  const { local, uri, prefix, value } = attribute;
  if (prefix === 'xmlns' || attribute.name === 'xmlns') return attribute;
  if (
    isWord({ ...element, namespace: uri }) &&
    (local.startsWith('rsid') || local === 'author' || local === 'ed')
  )
    return undefined;
  if (local === 'refreshedBy' || local === 'userId') return undefined;
  // A reference to a relationship that is gone, such as a printer's settings.
  if (uri.endsWith('/relationships') && leftOut.has(value)) return undefined;
  if (local === 'instr') return { ...attribute, value: fieldText(value, value) };
  // Word writes the path of a picture as its description.
  if (/^(?:[a-z]:|file:|\\\\)/i.test(value) && /^(?:descr|name|title|alt|src)$/.test(local))
    return { ...attribute, value: value.split(/[\\/]/).at(-1)! };
  return attribute;
}
