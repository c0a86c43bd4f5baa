import { imageMetadata } from 'astro/assets/utils';
import type { FileFacts } from '../model/files/file-facts.ts';
import { maxPixels } from '../model/files/file-facts.ts';
import { cleanOffice } from './documents/office.ts';
import { cleanPdf } from './documents/pdf.ts';
import { UnsafeDocument } from './documents/unsafe-document.ts';
import { fileKindOf } from './file-signature.ts';
import { cleanRaster } from './raster/clean-raster.ts';
import { brokenSvg, cleanSvg } from './svg-safety.ts';

export interface CleanFile {
  /** What may be stored and served, if the facts say that nothing is wrong with it. */
  bytes: Buffer;
  facts: FileFacts;
}

/**
 * What is stored of a file and served to readers: without anything about the person, the device and the place it came
 * from, and without anything that runs. The same file always becomes the same bytes, and clean ones stay as they are.
 * Pictures are decoded completely and measured with the same libraries as in the build, so what passes here also
 * builds. Never throws: the facts say what is wrong.
 */
export async function cleanFile(bytes: Uint8Array): Promise<CleanFile> {
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = fileKindOf(own);
  const facts: FileFacts = { kind, bytes: own.length };
  switch (kind) {
    case 'jpg':
    case 'png':
    case 'gif':
    case 'webp':
    case 'avif':
      return cleanPicture(own, facts);
    case 'svg':
      return cleanDrawing(own, facts);
    case 'zip':
      return cleanDocument(own, facts, cleanOffice);
    case 'pdf':
      return cleanDocument(own, facts, async (each) => ({ kind, bytes: await cleanPdf(each) }));
    default:
      return { bytes: own, facts };
  }
}

async function cleanPicture(bytes: Buffer, facts: FileFacts): Promise<CleanFile> {
  const clean = await cleanRaster(facts.kind, bytes);
  if (!clean) return { bytes, facts: { ...facts, broken: true } };
  const { width, height, frames, broken } = clean;
  const lies = !broken && width * height <= maxPixels && !(await isMeasured(clean.bytes, width, height));
  const known = { ...facts, width, height, ...(frames > 1 ? { frames } : {}) };
  return { bytes: clean.bytes, facts: broken || lies ? { ...known, broken: true } : known };
}

/**
 * Whether the build measures what was decoded. A GIF may say that its screen is 65,535 wide and have a frame of 240: the
 * build would then make pictures of that width, and stop.
 */
async function isMeasured(bytes: Buffer, width: number, height: number): Promise<boolean> {
  const measured = await imageMetadata(bytes, '').catch(() => undefined);
  return measured?.width === width && measured.height === height;
}

async function cleanDrawing(bytes: Buffer, facts: FileFacts): Promise<CleanFile> {
  // Whatever a library throws means that it cannot read the file.
  const clean = await cleanSvg(bytes).catch(() => ({ fault: brokenSvg }));
  if ('fault' in clean)
    return {
      bytes,
      facts: { ...facts, ...(clean.fault === brokenSvg ? { broken: true } : { unsafe: clean.fault }) },
    };
  const { width, height } = (await imageMetadata(clean.bytes, '').catch(() => undefined)) ?? {};
  const size = width !== undefined && height !== undefined ? { width, height } : {};
  return { bytes: clean.bytes, facts: { ...facts, ...size } };
}

async function cleanDocument(
  bytes: Buffer,
  facts: FileFacts,
  clean: (bytes: Buffer) => Promise<{ kind: string; bytes: Buffer }>,
): Promise<CleanFile> {
  try {
    const written = await clean(bytes);
    const same = written.bytes.equals(bytes);
    return { bytes: same ? bytes : written.bytes, facts: { ...facts, kind: written.kind } };
  } catch (error) {
    // Whatever a library throws means that it cannot read the file.
    const unsafe = error instanceof UnsafeDocument ? { unsafe: error.message } : { broken: true as const };
    return { bytes, facts: { ...facts, ...unsafe } };
  }
}
