import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest, ManifestItem } from './manifest.ts';
import { namedInPage, namedInScript, namedInStyle } from '../named-assets.ts';
import { filesIn } from './path-pages.ts';

/** Larger attachments are not included in downloads. */
export const largestFile = 1024 * 1024;

export interface ManifestContents {
  slug: string;
  title: string;
  /** Below the site: `/paths/xieshang/`. */
  pages: readonly string[];
  /** Names below `_astro/` that no page contains: the path's texts. */
  more: readonly string[];
}

/** Lists everything that the pages of a path need, with hash and size, from the files of the built site. */
export async function makeManifest(
  site: string,
  base: string,
  contents: ManifestContents,
): Promise<Manifest> {
  const items = new Map<string, ManifestItem>();
  const left = new Map<string, number>();
  const add = async (address: string, kind: ManifestItem['kind']): Promise<Buffer> => {
    const content = await readFile(fileBehind(site, base, address));
    items.set(address, { address, kind, hash: hashOf(content), bytes: content.length });
    return content;
  };
  const assets = new Set(contents.more);
  for (const page of contents.pages) {
    const html = (await add(encodeURI(base + page.slice(1)), 'page')).toString('utf8');
    const { needed, pictures } = namedInPage(html, base);
    needed.forEach((name) => assets.add(name));
    for (const sizes of pictures) assets.add(await sizeToTake(site, sizes));
    for (const file of filesIn(html, base)) {
      const { size } = await stat(fileBehind(site, base, file));
      if (size > largestFile) left.set(file, size);
      else await add(file, 'file');
    }
  }
  // The loop also visits names that it adds: what a style sheet or script needs itself, at once or later.
  for (const name of assets) {
    const content = await add(`${base}_astro/${name}`, /\.(?:css|js|json)$/.test(name) ? 'part' : 'picture');
    if (name.endsWith('.css')) namedInStyle(content.toString('utf8')).forEach((more) => assets.add(more));
    if (name.endsWith('.js')) namedInScript(content.toString('utf8')).forEach((more) => assets.add(more));
  }
  const sorted = [...items.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
  return {
    version: 1,
    path: contents.slug,
    title: contents.title,
    release: releaseOf(sorted),
    bytes: sorted.reduce((sum, { bytes }) => sum + bytes, 0),
    items: sorted,
    left: [...left].map(([address, bytes]) => ({ address, bytes })),
  };
}

/** A hash of the content only, so unchanged paths keep their release. */
export const releaseOf = (items: readonly ManifestItem[]): string =>
  createHash('sha256')
    .update(items.map(({ address, hash }) => `${address} ${hash}\n`).join(''))
    .digest('hex')
    .slice(0, 12);

/** The same hash that the browser computes. */
export const hashOf = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');

/** One size of each picture, the largest: it has to serve a phone and a big screen alike. */
async function sizeToTake(site: string, names: readonly string[]): Promise<string> {
  // All supported browsers read webp; originals may be very large.
  const webp = names.filter((name) => name.endsWith('.webp'));
  const sizes = await Promise.all(
    (webp.length > 0 ? webp : names).map(async (name) => ({
      name,
      bytes: (await stat(path.join(site, '_astro', decodeURIComponent(name)))).size,
    })),
  );
  return sizes.reduce((a, b) => (b.bytes > a.bytes ? b : a)).name;
}

function fileBehind(site: string, base: string, address: string): string {
  const name = decodeURIComponent(address.slice(base.length));
  return path.join(site, name === '' || name.endsWith('/') ? `${name}index.html` : name);
}
