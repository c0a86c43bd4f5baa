import { imageMetadata } from 'astro/assets/utils';
import sharp from 'sharp';
import type { FileFacts } from '../model/files/file-facts.ts';
import { maxPixels } from '../model/files/file-facts.ts';
import { pictureTypes } from '../model/files/file-names.ts';
import { fileKindOf } from './file-signature.ts';
import { brokenSvg, svgFault } from './svg-safety.ts';

/**
 * Reads the type and properties of a file. Images are decoded completely and measured with the same libraries as in the
 * build, so what passes here also builds. Never throws.
 */
export async function readFileFacts(bytes: Uint8Array): Promise<FileFacts> {
  const kind = fileKindOf(bytes);
  const facts: FileFacts = { kind, bytes: bytes.length };
  if (!pictureTypes.includes(kind)) return facts;
  const metadata = await imageMetadata(bytes, '').catch(() => undefined);
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ pages: 1 }));
  const { width, height } = metadata ?? {};
  const known: FileFacts = {
    ...facts,
    ...(width !== undefined && height !== undefined ? { width, height } : {}),
    ...(pages > 1 ? { frames: pages } : {}),
  };
  if (kind === 'svg') {
    const unsafe = svgFault(bytes);
    if (unsafe === brokenSvg) return { ...known, broken: true };
    if (unsafe !== undefined) return { ...known, unsafe };
  }
  // Images over the limit are not decoded.
  const pixels = (width ?? 0) * (height ?? 0) * pages;
  if (kind !== 'svg' && pixels > maxPixels) return known;
  const isComplete = (kind !== 'gif' || endsAsGif(bytes)) && (await decodes(bytes));
  return isComplete ? known : { ...known, broken: true };
}

/** The decoder accepts a truncated GIF as one with fewer frames, so this checks for its last byte. */
const endsAsGif = (bytes: Uint8Array): boolean => bytes[bytes.findLastIndex((byte) => byte !== 0)] === 0x3b;

/** Resizes to a few pixels: every row is decoded, with little memory. */
async function decodes(bytes: Uint8Array): Promise<boolean> {
  try {
    await sharp(bytes, { pages: -1, failOn: 'error', limitInputPixels: maxPixels, sequentialRead: true })
      .resize(16, 16, { fit: 'fill' })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}
