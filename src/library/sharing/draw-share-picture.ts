/**
 * Pictures for sharing in messengers: the Chinese title on the site's colour, drawn at build with the fonts of the build
 * machine. The alternatives are a browser or a bundled font of many megabytes; Pango breaks Chinese lines well.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { SharpOptions } from 'sharp';
import { fingerprint } from '../../../scripts/site-code.mjs';
import { isLoopback } from '../../site/base-path.ts';
import { escapeHtml } from '../../html/escape-html.ts';
import { xmlSafe } from '../../site/output-safety.ts';
import { colourSheets, roleColour } from './role-colours.ts';

const width = 1200;
const height = 630;
const edge = 84;
const colours = {
  ground: roleColour('band', 'paper'),
  title: roleColour('on-band', 'paper'),
  about: roleColour('on-band-soft', 'paper'),
};
const fonts = {
  title: 'Songti SC, Noto Serif CJK SC, Source Han Serif SC, SimSun Bold',
  about: 'PingFang SC, Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei',
};
/** Part of every cache key: a changed design redraws everything. Builds run in the project's folder. */
const designHash = fingerprint(process.cwd(), [
  'src/library/sharing/draw-share-picture.ts',
  ...colourSheets,
  'package-lock.json',
]);

/** Not for a loopback address, where nobody can fetch them, and not without a Chinese font. */
export async function drawsSharePictures(site: string | URL | undefined): Promise<boolean> {
  return site !== undefined && !isLoopback(site) && (await hasChineseFont());
}

let chineseFont: Promise<boolean> | undefined;

/** The character 一 is a flat stroke. Without a font for it, a box is drawn, nearly as high as it is wide. */
export function hasChineseFont(): Promise<boolean> {
  chineseFont ??= sharp(line('一', fonts.about, 100))
    .toBuffer({ resolveWithObject: true })
    .then(({ info }) => info.height * 3 < info.width)
    .catch(() => false);
  return chineseFont;
}

/** A PNG with a title and a line above it. Drawn once and kept in the build cache. */
export async function sharePicture(title: string, about: string): Promise<Buffer<ArrayBuffer>> {
  const key = createHash('sha256')
    .update(JSON.stringify([designHash, title, about]))
    .digest('hex')
    .slice(0, 20);
  const kept = path.join(process.env['CACHE_DIR'] ?? 'node_modules/.astro', 'share', `${key}.png`);
  const found = await readFile(kept).catch(() => undefined);
  if (found) return found;
  const drawn = await draw(title, about);
  await mkdir(path.dirname(kept), { recursive: true });
  await writeFile(kept, drawn);
  return drawn;
}

async function draw(title: string, about: string): Promise<Buffer<ArrayBuffer>> {
  const [head, body] = await Promise.all([
    drawLine(about, fonts.about, 36, colours.about, 100),
    drawLine(title, fonts.title, sizeFor([...title].length), colours.title, height - 2 * edge - 110),
  ]);
  const picture = await sharp({ create: { width, height, channels: 3, background: colours.ground } })
    .composite([
      ...head.map((input) => ({ input, left: edge, top: edge })),
      ...body.map((input) => ({ input, left: edge, top: edge + 110 })),
    ])
    .png({ palette: true, colours: 16, effort: 1 })
    .toBuffer();
  return Buffer.from(picture);
}

/** A title of 120 characters, the longest allowed, fits into six lines. */
const sizeFor = (length: number): number => (length > 60 ? 44 : length > 24 ? 64 : 80);

/** Nothing for a text that shows nothing. A title of very wide characters is cut at the edge of the picture. */
async function drawLine(
  text: string,
  font: string,
  size: number,
  colour: string,
  highest: number,
): Promise<Buffer[]> {
  const drawn = await sharp(line(text, font, size, colour))
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      if (String(error).includes('no text to render')) return undefined;
      throw error;
    });
  if (!drawn) return [];
  const { data, info } = drawn;
  const [wide, high] = [Math.min(info.width, width - 2 * edge), Math.min(info.height, highest)];
  if (wide === info.width && high === info.height) return [data];
  return [await sharp(data).extract({ left: 0, top: 0, width: wide, height: high }).png().toBuffer()];
}

const line = (text: string, font: string, size: number, colour = '#000'): SharpOptions => ({
  text: {
    text: `<span foreground="${colour}">${escapeHtml(xmlSafe(text))}</span>`,
    font: `${font} ${String(size)}`,
    // At this density, points equal pixels.
    dpi: 72,
    width: width - 2 * edge,
    wrap: 'word-char',
    spacing: Math.round(size / 8),
    rgba: true,
  },
});
