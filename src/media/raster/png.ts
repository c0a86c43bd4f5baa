import { crc32, createInflate } from 'node:zlib';

export interface BarePng {
  bytes: Buffer;
  /** More than one in an animation. */
  frames: number;
  /** The compressed picture data, to look for what is hidden behind its end. */
  data: Buffer[];
}

/**
 * A PNG with only the chunks that draw it: no text, time, EXIF, colour profile or private chunks, and nothing after its
 * end. Undefined if its chunks cannot be told apart.
 */
export function barePng(bytes: Buffer): BarePng | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  const data: Buffer[] = [];
  let frames = 0;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      return undefined;
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    if (type === 'fcTL') frames += 1;
    if (type === 'IEND') {
      return end - at === 12
        ? { bytes: Buffer.concat([...kept, bytes.subarray(at, end)]), frames: Math.max(1, frames), data }
        : undefined;
    }
    if (drawing.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Size, density, palette, transparency, pixels, how bright numbers are meant, and the frames of an animation. */
const drawing = new Set([
  'IHDR',
  'pHYs',
  'PLTE',
  'tRNS',
  'IDAT',
  'gAMA',
  'cHRM',
  'sRGB',
  'acTL',
  'fcTL',
  'fdAT',
]);

/**
 * Whether the compressed data goes on after its end, or holds more than the picture, where no decoder looks. A megabyte
 * may hold a gigabyte, so it is only read as far as the picture can go.
 */
export async function hidesData(png: Buffer, data: readonly Buffer[]): Promise<boolean> {
  let left = 2 * decodedBytes(png) + 64;
  const inflate = createInflate();
  inflate.on('error', () => undefined);
  inflate.end(Buffer.concat(data));
  try {
    for await (const part of inflate) {
      left -= (part as Buffer).length;
      if (left < 0) return true;
    }
  } catch {
    // Broken pictures are found when they are decoded.
    return false;
  }
  return inflate.bytesWritten < data.reduce((sum, { length }) => sum + length, 0);
}

/** Of the rows, each with a byte for its filter. An interlaced picture has less than twice as many. */
const decodedBytes = (png: Buffer): number => {
  const [width, height, depth] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24]!];
  const channels = [1, 1, 3, 1, 2, 1, 4][png[25]!] ?? 4;
  return height * (Math.ceil((width * channels * depth) / 8) + 1);
};
