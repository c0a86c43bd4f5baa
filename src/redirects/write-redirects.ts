import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { basePath } from '../site/base-path.ts';
import { redirectPage } from './redirect-page.ts';

export interface RedirectedEntry {
  /** Where it stands: `/notices/2026/b/`. */
  address: string;
  /** Where it stood before. */
  formerly: readonly string[];
}

/**
 * Lets old addresses lead on, in both views and with every page below them: a page each that goes on by itself, which
 * any web server can serve, and `moved.json` for our own, which answers with a redirect. A page can lead no calendar and
 * no download, so calendars and attached files lie at both addresses. Runs on a built site.
 */
export async function writeRedirects(folder: string, entries: readonly RedirectedEntry[]): Promise<number> {
  const moved: Record<string, string> = {};
  let pages = 0;
  for (const { address, formerly } of entries) {
    for (const old of formerly) {
      moved[old] = address;
      for (const view of ['', '/elder']) pages += await lead(folder, view + old, view + address);
      await copyBelow(folder, `/files${old}`, `/files${address}`, () => true);
      await copyBelow(folder, old, address, (name) => name.endsWith('.ics'));
    }
  }
  if (pages > 0) await writeFile(path.join(folder, 'moved.json'), JSON.stringify(moved));
  return pages;
}

async function lead(folder: string, old: string, address: string): Promise<number> {
  const pages = (await filesBelow(folder, address)).filter((name) => path.basename(name) === 'index.html');
  for (const name of pages) {
    const html = await readFile(path.join(folder, address, name), 'utf8');
    const below = path.dirname(name).split(path.sep).join('/');
    const place = `${address}${below === '.' ? '' : `${below}/`}`;
    const file = path.join(folder, old, name);
    await mkdir(path.dirname(file), { recursive: true });
    // Whatever stands there already is a page of its own; the checker lets no entry do so.
    await writeFile(file, redirectPage(html, basePath() + place.slice(1)), { flag: 'wx' });
  }
  return pages.length;
}

async function copyBelow(
  folder: string,
  old: string,
  address: string,
  isMeant: (name: string) => boolean,
): Promise<void> {
  for (const name of (await filesBelow(folder, address)).filter(isMeant)) {
    const file = path.join(folder, old, name);
    await mkdir(path.dirname(file), { recursive: true });
    await copyFile(path.join(folder, address, name), file, constants.COPYFILE_EXCL);
  }
}

/** Names below an address, `booklet/index.html`; none where nothing is. */
async function filesBelow(folder: string, address: string): Promise<string[]> {
  const top = path.join(folder, address);
  const found = await readdir(top, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((each) => each.isFile())
    .map((each) => path.relative(top, path.join(each.parentPath, each.name)));
}
