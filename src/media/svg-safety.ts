import { fileKindOf } from './file-signature.ts';
import { cleanRaster } from './raster/clean-raster.ts';
import { decodeSvg } from './svg/decode-svg.ts';
import { refuseCostlyDrawing, textOf, visit } from './svg/drawing-cost.ts';
import { cleanStyleSheet } from './svg/clean-css.ts';
import { keptElement, pageInside } from './svg/keep-element.ts';
import { refuseDenseDashes, sizeOf } from './svg/drawing-size.ts';
import { brokenSvg, readSvgTree, writeSvg } from './svg/svg-tree.ts';
import type { SvgElement } from './svg/svg-tree.ts';
import { UnsafeSvg } from './svg/unsafe-svg.ts';
import { maxPixels } from '../model/files/file-facts.ts';

export { brokenSvg };

/**
 * An SVG served from our own origin can run scripts and fetch other files. So what is stored is written anew from the
 * parts of the drawing that are allowed: notes of drawing programs are left out, and a drawing that would run, fetch or
 * move something is refused, because without it the picture would be another one.
 */
export type CleanSvg = { bytes: Buffer } | { fault: string };

export async function cleanSvg(bytes: Uint8Array): Promise<CleanSvg> {
  return orFault(async () => {
    const root = safeTree(bytes);
    await cleanPicturesIn(root);
    const written = Buffer.from(writeSvg(root));
    return { bytes: written.equals(bytes) ? Buffer.from(bytes) : written };
  });
}

/** Why an SVG file must not be stored, or undefined. Pictures inside it are not decoded. */
export function svgFault(bytes: Uint8Array): string | undefined {
  try {
    safeTree(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof UnsafeSvg) return error.message;
    throw error;
  }
}

async function orFault(clean: () => Promise<CleanSvg>): Promise<CleanSvg> {
  try {
    return await clean();
  } catch (error) {
    if (error instanceof UnsafeSvg) return { fault: error.message };
    throw error;
  }
}

/** What is kept of a drawing. Throws for one that is not safe. */
function safeTree(bytes: Uint8Array): SvgElement {
  const root = readSvgTree(decodeSvg(bytes), keptElement);
  const size = sizeOf(root);
  visit(root, (element) => {
    // Browsers join all text directly inside `style`, whatever is between.
    if (element.name === 'style') element.children = [cleanStyleSheet(textOf(element))];
    if (element.name === 'switch' && element.children.every((child) => typeof child === 'string'))
      throw new UnsafeSvg(pageInside);
  });
  refuseDenseDashes(root, size);
  refuseCostlyDrawing(root);
  return root;
}

/** Photographs inside a drawing are cleaned like others: they may say where they were taken. */
async function cleanPicturesIn(root: SvgElement): Promise<void> {
  const holders: SvgElement[] = [];
  visit(root, (element) => {
    if (element.attributes.get('href')?.startsWith('#') === false) holders.push(element);
  });
  let pixels = 0;
  for (const { attributes } of holders) {
    const inside = Buffer.from(attributes.get('href')!.replace(/^[^,]*,/, ''), 'base64');
    const kind = fileKindOf(inside);
    const clean = ['png', 'jpg', 'gif', 'webp', 'avif'].includes(kind)
      ? await cleanRaster(kind, inside)
      : undefined;
    if (!clean || clean.broken) throw new UnsafeSvg('里面嵌入的图片打不开');
    pixels += clean.width * clean.height * clean.frames;
    if (pixels > maxPixels) throw new UnsafeSvg('里面嵌入的图片太大');
    attributes.set(
      'href',
      `data:image/${kind === 'jpg' ? 'jpeg' : kind};base64,${clean.bytes.toString('base64')}`,
    );
  }
}
