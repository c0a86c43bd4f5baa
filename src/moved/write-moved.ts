import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { basePath } from '../site/address.ts';
import { movedPage } from './moved-page.ts';

export interface MovedEntry {
  /** Where it stands: `/notices/2026/b/`. */
  address: string;
  /** Where it stood before. */
  formerly: readonly string[];
}

/**
 * Lets old addresses lead on, in both views and with every page below them: a page each that goes on by itself, which
 * any web server can serve, and `moved.json` for our own, which answers with a redirect. Runs on a built site.
 */
export async function writeMoved(folder: string, entries: readonly MovedEntry[]): Promise<number> {
  const moved: Record<string, string> = {};
  let pages = 0;
  for (const { address, formerly } of entries) {
    for (const old of formerly) {
      moved[old] = address;
      for (const view of ['', '/elder']) pages += await lead(folder, view + old, view + address);
    }
  }
  if (pages > 0) await writeFile(path.join(folder, 'moved.json'), JSON.stringify(moved));
  return pages;
}

async function lead(folder: string, old: string, address: string): Promise<number> {
  const names = await readdir(path.join(folder, address), { recursive: true }).catch(() => []);
  const pages = names.filter((name) => path.basename(name) === 'index.html');
  for (const name of pages) {
    const html = await readFile(path.join(folder, address, name), 'utf8');
    const below = path.dirname(name).split(path.sep).join('/');
    const place = `${address}${below === '.' ? '' : `${below}/`}`;
    const file = path.join(folder, old, name);
    await mkdir(path.dirname(file), { recursive: true });
    // Whatever stands there already is a page of its own; the checker lets no entry do so.
    await writeFile(file, movedPage(html, basePath() + place.slice(1)), { flag: 'wx' });
  }
  return pages.length;
}
