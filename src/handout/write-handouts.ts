import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { fewAtATime } from '../disk/few-at-a-time.ts';
import { onPage } from '../html/page-fault.ts';
import { basePath } from '../site/base-path.ts';
import { singleFile } from './single-file.ts';
import type { Sources } from './single-file.ts';

export interface Handout {
  /** `handouts/xieshang.html`, below the site. */
  name: string;
  bytes: number;
}

/** Also writes the booklet of every path in a built site as a single file, to carry on a USB stick. */
export async function writeHandouts(folder: string): Promise<Handout[]> {
  const paths = await readdir(path.join(folder, 'paths'), { withFileTypes: true }).catch(() => []);
  const sources = sourcesIn(folder);
  const written: Handout[] = [];
  for (const { name: slug } of paths.filter((each) => each.isDirectory())) {
    const booklet = path.join(folder, 'paths', slug, 'booklet/index.html');
    const html = await readFile(booklet, 'utf8').catch(() => undefined);
    // `/paths/page/` is a folder too, without a booklet.
    if (html === undefined) continue;
    const text = await onPage(`/paths/${slug}/`, () => singleFile(html, sources));
    const name = `handouts/${slug}.html`;
    await mkdir(path.join(folder, 'handouts'), { recursive: true });
    await writeFile(path.join(folder, name), text);
    written.push({ name, bytes: Buffer.byteLength(text) });
  }
  return written;
}

/** Enough for A4 at 150 dpi. A photo is then about 100 KB. */
const maxWidth = 1000;

function sourcesIn(folder: string): Sources {
  const read = (address: string): Promise<Buffer> =>
    readFile(path.join(folder, decodeURIComponent(address).slice(basePath().length)));
  const pictures = new Map<string, Promise<string>>();
  return {
    style: async (address) => (await read(address)).toString('utf8'),
    picture: (addresses) => {
      // Several paths use the same image.
      const key = addresses.join(' ');
      const known = pictures.get(key) ?? fewAtATime(addresses, read).then(dataAddress);
      pictures.set(key, known);
      return known;
    },
  };
}

/** The largest of several sizes, reduced to what a page needs. SVG files stay as they are. */
async function dataAddress(sizes: readonly Buffer[]): Promise<string> {
  const [best] = sizes.toSorted((a, b) => b.length - a.length);
  if (!best) throw new Error('An image of the booklet has no file.');
  if (best.subarray(0, 300).toString('utf8').includes('<svg')) {
    return `data:image/svg+xml;base64,${best.toString('base64')}`;
  }
  const small = await sharp(best)
    .resize({ width: maxWidth, withoutEnlargement: true })
    .webp({ quality: 72 })
    .toBuffer();
  return `data:image/webp;base64,${small.toString('base64')}`;
}
