import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fewAtATime } from '../disk/few-at-a-time.ts';
import { filesBelow } from '../disk/folder-files.ts';
import { onPage } from '../html/page-fault.ts';
import { basePath } from '../site/base-path.ts';
import { elderPage, hasElderView } from './elder-page.ts';
import type { ElderSite } from './elder-page.ts';

/**
 * Writes a copy of every page of a built site to `elder/`, in the frame for elderly readers. Pages are read twice, because
 * thousands of them would fill the memory: first to know which have an elder view, which decides where links lead.
 */
export async function writeElderView(folder: string): Promise<{ pages: number; bytes: number }> {
  const base = basePath();
  const pages = await pagesWithElderView(folder);
  const site: ElderSite = {
    base,
    pages: new Set(pages.filter(({ name }) => name !== notFoundPage).map(({ address }) => address)),
    sheet: base + (await writeAsset(folder, 'elder.css', await elderSheet())),
    script: base + (await writeAsset(folder, 'text-size.js', await ownFile('text-size.js'))),
  };
  const sizes = await fewAtATime(pages, async ({ name, address }) => {
    const html = await readFile(path.join(folder, name), 'utf8');
    const text = onPage(address, () => elderPage(html, address, site));
    const file = path.join(folder, 'elder', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    return Buffer.byteLength(text);
  });
  return { pages: pages.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** The page for unknown addresses. It has no address itself, so no link leads to it. */
const notFoundPage = '404.html';

interface BuiltPage {
  /** Path below the site: `activities/2026/0315-lianxi-huiyi/index.html`. */
  name: string;
  /** `/activities/2026/0315-lianxi-huiyi/` */
  address: string;
}

async function pagesWithElderView(folder: string): Promise<BuiltPage[]> {
  const names = (await filesBelow(folder)).filter(
    (name) => ['index.html', notFoundPage].includes(path.posix.basename(name)) && !name.startsWith('elder/'),
  );
  const pages = await fewAtATime(names, async (name): Promise<BuiltPage[]> => {
    if (!hasElderView(await readFile(path.join(folder, name), 'utf8'))) return [];
    return [{ name, address: name === notFoundPage ? '/404/' : `/${name.slice(0, -'index.html'.length)}` }];
  });
  return pages.flat();
}

/** The parts of the style sheet. Later rules win over earlier ones, so the order counts. */
const sheetParts = ['values', 'text', 'targets', 'components', 'tools', 'sections', 'media'];

async function elderSheet(): Promise<string> {
  const parts = await Promise.all(sheetParts.map((name) => ownFile(`styles/${name}.css`)));
  return parts.join('\n');
}

const ownFile = (name: string): Promise<string> => readFile(path.join(import.meta.dirname, name), 'utf8');

/** Writes a file under a name that holds a hash of its content, so that browsers can keep it for good. */
async function writeAsset(folder: string, name: string, content: string): Promise<string> {
  const mark = createHash('sha256').update(content).digest('base64url').slice(0, 8);
  const { name: stem, ext } = path.parse(name);
  const address = `_astro/${stem}.${mark}${ext}`;
  await mkdir(path.join(folder, '_astro'), { recursive: true });
  await writeFile(path.join(folder, address), content);
  return address;
}
