import pLimit from 'p-limit';
import sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { maxPixels } from '../../model/files/file-facts.ts';
import { isBareAvif } from './avif.ts';
import { isSrgb } from './colour-profile.ts';
import { bareGif } from './gif.ts';
import { bareJpeg } from './jpeg.ts';
import { barePng, hidesData } from './png.ts';
import { bareWebp } from './webp.ts';

export interface CleanRaster {
  bytes: Buffer;
  /** The size of one frame, upright. */
  width: number;
  height: number;
  frames: number;
  /** It cannot be decoded completely. Then `bytes` are those that came in. */
  broken?: true;
}

/**
 * A picture as it may be stored and shown: decoded completely, upright, in sRGB, and with nothing in the file but what
 * draws it. Pixels are copied bit for bit where that is possible; a picture that is already clean stays as it is, byte
 * for byte. Undefined if it has no size.
 */
export async function cleanRaster(kind: string, bytes: Uint8Array): Promise<CleanRaster | undefined> {
  return decoding(() => clean(kind, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
}

/** Whether a picture holds nothing to clean. Much quicker than cleaning, because it is not decoded. */
export async function isCleanRaster(kind: string, bytes: Buffer): Promise<boolean> {
  const about = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!about || mustChange(about)) return false;
  return (await bareBytes(kind, bytes, about))?.bytes.equals(bytes) ?? false;
}

/** Each may briefly need hundreds of megabytes, in threads of its own. */
const decoding = pLimit(2);

/** For one picture. The largest photographs need two or three seconds. */
const seconds = 30;

const open = (bytes: Buffer, pages = -1): Sharp =>
  sharp(bytes, { pages, failOn: 'error', limitInputPixels: maxPixels, sequentialRead: true }).timeout({
    seconds,
  });

async function clean(kind: string, bytes: Buffer): Promise<CleanRaster | undefined> {
  const about = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!about) return undefined;
  const { width, height } = about.autoOrient;
  if (width * height > maxPixels) return { bytes, width, height, frames: about.pages ?? 1 };
  const bare = await bareBytes(kind, bytes, about);
  const facts = { width, height, frames: Math.max(about.pages ?? 1, bare?.frames ?? 1) };
  // Pictures over the limit are not decoded.
  if (width * height * facts.frames > maxPixels) return { bytes, ...facts };
  try {
    // Animations are not turned: nobody makes them that way, and sharp reads one frame of an animated PNG.
    const stays = facts.frames > 1 || !mustChange(about);
    const kept = bare && stays ? bare.bytes : await encodedAgain(kind, bytes, about);
    await decode(kept);
    return { bytes: kept.equals(bytes) ? bytes : kept, ...facts };
  } catch {
    return { bytes, ...facts, broken: true };
  }
}

/** The picture without anything else, and its frames where sharp does not count them. */
async function bareBytes(
  kind: string,
  bytes: Buffer,
  { compression }: Metadata,
): Promise<{ bytes: Buffer; frames?: number } | undefined> {
  switch (kind) {
    case 'jpg':
      return wrapped(bareJpeg(bytes));
    case 'gif':
      return wrapped(bareGif(bytes));
    case 'webp':
      return bareWebp(bytes);
    case 'avif':
      return compression === 'av1' && isBareAvif(bytes) ? { bytes } : undefined;
    case 'png': {
      const bare = barePng(bytes);
      return bare && !(await hidesData(bare.bytes, bare.data)) ? bare : undefined;
    }
    default:
      return undefined;
  }
}

const wrapped = (bytes: Buffer | undefined): { bytes: Buffer } | undefined => bytes && { bytes };

/** Turned by a note that is removed, or with colours that would be others without their profile. */
const mustChange = ({ orientation = 1, icc, space }: Metadata): boolean =>
  orientation > 1 || space === 'cmyk' || (icc !== undefined && !isSrgb(icc));

/** Resizes to a few pixels: every row is decoded, with little memory. */
const decode = (bytes: Buffer): Promise<Buffer> =>
  open(bytes).resize(16, 16, { fit: 'fill' }).raw().toBuffer();

/** sharp writes no metadata, applies the orientation and converts to sRGB. */
async function encodedAgain(kind: string, bytes: Buffer, about: Metadata): Promise<Buffer> {
  const upright = open(bytes).autoOrient();
  switch (kind) {
    case 'jpg': {
      const chromaSubsampling = about.chromaSubsampling === '4:2:0' ? '4:2:0' : '4:4:4';
      const written = await smallestFitting(bytes.length, (quality) =>
        upright.clone().toColourspace('srgb').jpeg({ quality, mozjpeg: true, chromaSubsampling }),
      );
      return bareJpeg(written) ?? written;
    }
    case 'png': {
      const written = await upright.png({ compressionLevel: 9, palette: about.isPalette }).toBuffer();
      return barePng(written)?.bytes ?? written;
    }
    case 'webp': {
      const lossless = bareWebp(bytes)?.lossless ?? false;
      const written = lossless
        ? await upright.webp({ lossless }).toBuffer()
        : await smallestFitting(bytes.length, (quality) => upright.clone().webp({ quality }));
      return bareWebp(written)?.bytes ?? written;
    }
    case 'avif':
      return smallestFitting(bytes.length, (quality) =>
        upright.clone().avif({ quality: quality - 25, effort: 2 }),
      );
    default:
      throw new Error(`A ${kind} whose parts cannot be told apart is broken.`);
  }
}

/** The best of a few qualities that does not make the file larger, or else the lowest of them, which nobody sees either. */
async function smallestFitting(most: number, write: (quality: number) => Sharp): Promise<Buffer> {
  let written = await write(qualities[0]).toBuffer();
  for (const quality of qualities.slice(1)) {
    if (written.length <= most) break;
    written = await write(quality).toBuffer();
  }
  return written;
}

const qualities = [92, 86, 80] as const;
