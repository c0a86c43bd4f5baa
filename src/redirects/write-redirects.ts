import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from '../disk/folder-files.ts';
import { onPage } from '../html/page-fault.ts';
import { basePath } from '../site/base-path.ts';
import { redirectPage } from './redirect-page.ts';

export interface RedirectedEntry {
  /** Its current address: `/notices/2026/b/`. */
  address: string;
  /** Its former addresses. */
  formerly: readonly string[];
}

/**
 * Redirects old addresses to new ones, in both views and with every page below them. Each old address gets a redirect
 * page, which any web server can serve, and an entry in `moved.json`, which our own server answers with an HTTP redirect.
 * A page cannot redirect a calendar or a download, so calendars and attached files are copied. A page that exists, such
 * as `/materials/kind/law/`, is never written over. Runs on a built site.
 */
export async function writeRedirects(folder: string, entries: readonly RedirectedEntry[]): Promise<number> {
  const moved: Record<string, string> = {};
  let pages = 0;
  for (const { address, formerly } of entries) {
    for (const old of formerly) {
      const written = await onPage(address, () => redirectEntry(folder, old, address));
      if (written > 0) moved[old] = address;
      pages += written;
    }
  }
  if (pages > 0) await writeFile(path.join(folder, 'moved.json'), JSON.stringify(moved));
  return pages;
}

/** The number of pages written. None if there is a page at the old address. */
async function redirectEntry(folder: string, old: string, address: string): Promise<number> {
  if (await stat(path.join(folder, old, 'index.html')).catch(() => undefined)) return 0;
  let pages = 0;
  for (const view of ['', '/elder']) pages += await writePages(folder, view + old, view + address);
  await copyBelow(folder, `/files${old}`, `/files${address}`, () => true);
  await copyBelow(folder, old, address, (name) => name.endsWith('.ics'));
  return pages;
}

async function writePages(folder: string, old: string, address: string): Promise<number> {
  const pages = (await filesBelow(path.join(folder, address))).filter(
    (name) => path.posix.basename(name) === 'index.html',
  );
  for (const name of pages) {
    const html = await readFile(path.join(folder, address, name), 'utf8');
    const below = path.posix.dirname(name);
    const target = `${address}${below === '.' ? '' : `${below}/`}`;
    const file = path.join(folder, old, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, redirectPage(html, basePath() + target.slice(1)), { flag: 'wx' }).catch(
      unlessThere,
    );
  }
  return pages.length;
}

const unlessThere = (error: unknown): void => {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
};

async function copyBelow(
  folder: string,
  old: string,
  address: string,
  includes: (name: string) => boolean,
): Promise<void> {
  for (const name of (await filesBelow(path.join(folder, address))).filter(includes)) {
    const file = path.join(folder, old, name);
    await mkdir(path.dirname(file), { recursive: true });
    await copyFile(path.join(folder, address, name), file, constants.COPYFILE_EXCL).catch(unlessThere);
  }
}
