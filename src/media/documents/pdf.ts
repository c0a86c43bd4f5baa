import { constants, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { bareJpeg } from '../raster/jpeg.ts';
import { BrokenDocument, UnsafeDocument } from './unsafe-document.ts';

/**
 * A PDF without what says who made it and when, without scripts and actions, and without objects that no page needs,
 * such as earlier versions. It is written anew. Throws for attachments, signatures and forms that are programs, which
 * the author has to decide about.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Buffer> {
  refuseBombs(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const document = await load(bytes);
  const { context } = document;
  context.trailerInfo.Info = undefined;
  // Made of the time, the path and the properties of the file.
  context.trailerInfo.ID = undefined;
  const needed = cleanObjects(context);
  for (const [ref] of context.enumerateIndirectObjects()) if (!needed.has(ref)) context.delete(ref);
  if (document.getPageCount() === 0) throw new BrokenDocument('It has no pages.');
  // New numbers would go on after those of the file's own lists of objects, and no two writings would be the same.
  context.largestObjectNumber = 0;
  for (const { objectNumber } of needed)
    context.largestObjectNumber = Math.max(context.largestObjectNumber, objectNumber);
  return Buffer.from(
    await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }),
  );
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    preserveXFA: true,
    warnOnInvalidObjects: false,
    parseSpeed: Infinity,
  }).catch((error: unknown) => {
    throw new BrokenDocument(String(error));
  });
  if (document.isEncrypted)
    throw new UnsafeDocument('设了密码或限制，清理不了其中的个人信息。请去掉密码再另存一份，再放进来');
  return document;
}

/** Cleans every object that the document needs, and returns their numbers. */
function cleanObjects(context: PDFContext): Set<PDFRef> {
  const needed = new Set<PDFRef>();
  const waiting: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    let object = next;
    if (object instanceof PDFRef) {
      if (needed.has(object)) continue;
      const found = context.lookup(object);
      if (!found) continue;
      // Other programs might read more into it.
      if (found instanceof PDFInvalidObject)
        throw new BrokenDocument('It has an object that cannot be read.');
      needed.add(object);
      if (found instanceof PDFRawStream) cleanPhotograph(context, object, found);
      object = context.lookup(object) ?? found;
    }
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict) {
      cleanDict(dict);
      // Content in another file.
      if (object instanceof PDFStream) for (const key of externalKeys) dict.delete(name(key));
      waiting.push(...dict.values());
    } else if (dict instanceof PDFArray) waiting.push(...dict.asArray());
  }
  return needed;
}

const name = (text: string): PDFName => PDFName.of(text);

/** Who made something, when and with what; what happens by itself; what is kept beside the pages. */
const leftOut = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'Thumb',
  'AA',
  'AF',
  'SpiderInfo',
  'Requirements',
  'CreatorInfo',
  'JavaScript',
  'OPI',
  'Author',
  'Creator',
  'Producer',
  'Company',
  'SourceModified',
  'CreationDate',
  'ModDate',
];

const externalKeys = ['F', 'FFilter', 'FDecodeParms', 'Ref'];

const attached = '里面带着附件、音频或视频。请把它们删去，再放进来';

function cleanDict(dict: PDFDict): void {
  for (const key of leftOut) dict.delete(name(key));
  if (dict.has(name('EmbeddedFiles')) || dict.has(name('EF')) || dict.has(name('Collection')))
    throw new UnsafeDocument(attached);
  if (dict.has(name('XFA')))
    throw new UnsafeDocument('是动态表单，多数浏览器和手机打不开。请打印成普通的 PDF，再放进来');
  if (dict.has(name('ByteRange')) && dict.has(name('Contents')))
    throw new UnsafeDocument('带有电子签章，清理其中的个人信息会使签章失效。请打印成新的 PDF，再放进来');
  const opening = dict.lookup(name('OpenAction'));
  // A place to begin reading is fine.
  if (opening instanceof PDFDict && textOf(opening.lookup(name('S'))) !== 'GoTo')
    dict.delete(name('OpenAction'));
  cleanAction(dict);
  cleanAnnotation(dict);
}

const textOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : undefined;

/** Actions other than going somewhere in the document or to a web address do nothing. */
const active = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'ResetForm',
  'GoToR',
  'GoToE',
  'Sound',
  'Movie',
  'Rendition',
  'RichMediaExecute',
]);

function cleanAction(dict: PDFDict): void {
  const kind = textOf(dict.lookup(name('S')));
  const address = textOf(dict.lookup(name('URI')));
  const isActive = kind !== undefined && active.has(kind);
  if (
    isActive ||
    dict.has(name('JS')) ||
    (address !== undefined && !/^\s*(?:https?|mailto|tel):/i.test(address))
  )
    for (const key of dict.keys()) dict.delete(key);
}

function cleanAnnotation(dict: PDFDict): void {
  const kind = textOf(dict.lookup(name('Subtype')));
  if (kind === undefined || !dict.has(name('Rect'))) return;
  if (['FileAttachment', 'Screen', 'Movie', 'Sound', 'RichMedia', '3D'].includes(kind))
    throw new UnsafeDocument(attached);
  if (kind === 'Widget') return;
  // The name of the person who drew or commented it, and when.
  for (const key of ['T', 'M', 'NM']) dict.delete(name(key));
}

/** A photograph is kept in a PDF as it came from the camera, with its EXIF data; some programs pack it once more. */
function cleanPhotograph(context: PDFContext, ref: PDFRef, stream: PDFRawStream): void {
  const filter = stream.dict.lookup(name('Filter'));
  const filters = (filter instanceof PDFArray ? filter.asArray() : [filter]).map((each) =>
    textOf(context.lookup(each)),
  );
  if (filters.at(-1) !== 'DCTDecode') return;
  const packed = Buffer.from(stream.getContents());
  const isPacked = filters.length === 2 && filters[0] === 'FlateDecode';
  const photograph = isPacked ? unpacked(packed) : filters.length === 1 ? packed : undefined;
  const bare = photograph && bareJpeg(photograph, { mayEnd: true });
  if (!bare) throw new UnsafeDocument('里面有打不开的图片。请换掉它，再放进来');
  if (bare.equals(packed)) return;
  stream.dict.delete(name('Length'));
  stream.dict.delete(name('DecodeParms'));
  stream.dict.set(name('Filter'), name('DCTDecode'));
  context.assign(ref, PDFRawStream.of(stream.dict, bare));
}

/** Unpacked, one stream of objects. A PDF of 10 MB has at most some tens of megabytes of them. */
const maxUnpacked = 64 * 1024 * 1024;

/**
 * Streams of objects are unpacked as a whole by the parser. A dictionary with `#` may hide that it is one of them: names
 * can be written with escapes.
 */
function refuseBombs(bytes: Buffer): void {
  let total = 0;
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const dictionary = bytes.toString('latin1', Math.max(0, at - 1000), at);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (!/ObjStm|XRef|#/.test(own)) continue;
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1);
    total += own.split('Decode').length > 3 ? Infinity : (unpacked(bytes.subarray(start))?.length ?? 0);
    if (total > maxUnpacked) throw new UnsafeDocument('展开以后太大。请打印成新的 PDF，再放进来');
  }
}

/** Undefined if it is not packed. */
function unpacked(packed: Buffer): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: maxUnpacked, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw new UnsafeDocument('展开以后太大。请打印成新的 PDF，再放进来');
  }
}
