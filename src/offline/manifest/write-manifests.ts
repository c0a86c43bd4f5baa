import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onPage } from '../../html/page-fault.ts';
import { makeManifest } from './path-manifest.ts';
import { pagesOf, pathsOf } from './path-pages.ts';
import type { CheckedContentEntry, DownloadablePath } from './path-pages.ts';
import { textsOf } from './path-texts.ts';

/**
 * Writes for every path its manifest, `paths/<slug>/offline.json`, and the texts of its pages, whose address (with a hash
 * of the content) is added to the path's page. Runs on a built site with both views.
 *
 * With `on: false` it writes only the texts: downloads are off.
 */
export async function writeManifests(
  site: string,
  { base, on }: { base: string; on: boolean },
  entries: readonly CheckedContentEntry[],
): Promise<void> {
  const paths = pathsOf(entries);
  // First all texts: the page of one path may be part of another one, and must not change after that.
  const texts = new Map<string, string>();
  for (const path of paths) {
    texts.set(path.slug, await onPage(addressOfPath(path), () => writeTexts(site, base, path)));
  }
  for (const each of on ? paths : []) {
    const { slug, title } = each;
    const manifest = await onPage(addressOfPath(each), async () =>
      makeManifest(site, base, {
        slug,
        title,
        pages: await pagesOf(site, each),
        more: [texts.get(slug) ?? []].flat(),
      }),
    );
    await writeFile(path.join(site, 'paths', slug, 'offline.json'), JSON.stringify(manifest));
  }
}

const addressOfPath = ({ slug }: DownloadablePath): string => `/paths/${slug}/`;

/** Writes the texts, adds their address to the path's pages, and returns their name below `_astro/`. */
async function writeTexts(site: string, base: string, taken: DownloadablePath): Promise<string> {
  const pages = (await pagesOf(site, taken)).filter((address) => !address.startsWith('/elder/'));
  const html = new Map<string, string>();
  for (const page of pages) html.set(page, await readFile(path.join(site, page, 'index.html'), 'utf8'));
  const text = JSON.stringify(textsOf(html, base));
  const mark = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const name = `texts-${taken.slug}.${mark}.json`;
  await writeFile(path.join(site, '_astro', name), text);
  for (const view of ['', 'elder']) {
    const file = path.join(site, view, 'paths', taken.slug, 'index.html');
    const page = await readFile(file, 'utf8').catch(() => undefined);
    if (page !== undefined) await writeFile(file, withTextsAddress(page, `${base}_astro/${name}`));
  }
  return name;
}

/** Adds the address of the texts to the search island. */
export const withTextsAddress = (html: string, address: string): string =>
  html.replace(/(class="path-search")(?: data-texts="[^"]*")?/, `$1 data-texts="${address}"`);
