import sharp from 'sharp';

/** Pictures for tests, made when they are needed. */
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7c2218' }, limitInputPixels: false });

/** Not one flat colour, so that half of the file is half of the picture. */
const grainy = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
      background: '#000',
    },
  });

export const jpeg = (width = 60, height = 40): Promise<Buffer> => grainy(width, height).jpeg().toBuffer();
export const png = (width = 60, height = 40): Promise<Buffer> => plain(width, height).png().toBuffer();
export const webp = (): Promise<Buffer> => grainy(60, 40).webp().toBuffer();
export const avif = (): Promise<Buffer> => plain(60, 40).avif({ effort: 0 }).toBuffer();
export const tiff = (): Promise<Buffer> => plain(60, 40).tiff().toBuffer();
export const inPrintColours = (): Promise<Buffer> => grainy(60, 40).toColourspace('cmyk').jpeg().toBuffer();

/** A complete header of this many pixels. Decoding it would need as much memory. */
export async function hugePng(width: number, height: number): Promise<Buffer> {
  const bytes = await png();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** An animation: `frames` squares of `side` pixels, each in another grey. */
export function gif(frames: number, side = 20): Promise<Buffer> {
  const one = side * side * 3;
  const pixels = Buffer.alloc(one * frames);
  for (let frame = 0; frame < frames; frame++)
    pixels.fill((frame * 37) % 256, frame * one, (frame + 1) * one);
  const raw = { width: side, height: side * frames, channels: 3, pageHeight: side } as const;
  return sharp(pixels, { raw, limitInputPixels: false }).gif().toBuffer();
}

/** Many frames on a large screen, but each frame draws one pixel, so it is made quickly. */
export function sparseGif(frames: number, side: number): Buffer {
  const size = [side & 255, side >> 8];
  const screen = [...Buffer.from('GIF89a'), ...size, ...size, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const delay = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
  const point = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  return Buffer.from([...screen, ...Array.from({ length: frames }, () => [...delay, ...point]).flat(), 0x3b]);
}

export const svg = (attributes: string, inside = '<rect width="9" height="9"/>'): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

/** The start of an iPhone's photograph. Nothing here can make or read a whole one. */
export const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 0x24]),
  Buffer.from('ftypheic\0\0\0\0mif1MiHEMiPrmiafMiHBheic', 'latin1'),
  Buffer.alloc(400, 7),
]);

export const bitmap = Buffer.concat([
  Buffer.from('BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0', 'latin1'),
  Buffer.alloc(30),
]);
