import { imageMetadata } from 'astro/assets/utils';
import sharp from 'sharp';
import type { FileFacts } from '../model/files/file-facts.ts';
import { maxPixels } from '../model/files/file-facts.ts';
import { pictureTypes } from '../model/files/file-names.ts';
import { fileKindOf } from './file-signature.ts';
import { brokenSvg, svgFault } from './svg-safety.ts';

/**
 * Reads what a file is. Pictures are decoded whole, by what the build decodes them with, and measured by what it
 * measures them with: what is found fine here builds. Never throws.
 */
export async function readFileFacts(bytes: Uint8Array): Promise<FileFacts> {
  const kind = fileKindOf(bytes);
  const facts: FileFacts = { kind, bytes: bytes.length };
  if (!pictureTypes.includes(kind)) return facts;
  const measures = await imageMetadata(bytes, '').catch(() => undefined);
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ pages: 1 }));
  const { width, height } = measures ?? {};
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
  // Too large to be used is too large to be decoded.
  const points = (width ?? 0) * (height ?? 0) * pages;
  if (kind !== 'svg' && points > maxPixels) return known;
  const whole = (kind !== 'gif' || endsAsGif(bytes)) && (await decodes(bytes));
  return whole ? known : { ...known, broken: true };
}

/** The decoder takes a GIF that was cut short for one with fewer frames; its last mark tells. */
const endsAsGif = (bytes: Uint8Array): boolean => bytes[bytes.findLastIndex((byte) => byte !== 0)] === 0x3b;

/** Made as small as can be: every line is read, and memory is needed for few of them. */
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
