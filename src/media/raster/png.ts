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

/** Whether the compressed data goes on after its end, where no decoder looks. */
export async function hidesData(data: readonly Buffer[]): Promise<boolean> {
  const inflate = createInflate();
  inflate.on('error', () => undefined);
  inflate.end(Buffer.concat(data));
  try {
    for await (const _ of inflate);
  } catch {
    // Broken pictures are found when they are decoded.
    return false;
  }
  return inflate.bytesWritten < data.reduce((sum, { length }) => sum + length, 0);
}
