import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { basePath } from '../site/base-path.ts';
import { elderPage, hasElderView } from './elder-page.ts';
import type { ElderSite } from './elder-page.ts';

/** Writes a copy of every page of a built site to `elder/`, in the frame for elderly readers. */
export async function writeElderView(folder: string): Promise<{ pages: number; bytes: number }> {
  const base = basePath();
  const written = await readPages(folder);
  const site: ElderSite = {
    base,
    pages: new Set(written.filter(({ name }) => name !== notFoundPage).map(({ address }) => address)),
    sheet: base + (await writeAsset(folder, 'elder.css', await elderSheet())),
    script: base + (await writeAsset(folder, 'text-size.js', await ownFile('text-size.js'))),
  };
  let bytes = 0;
  // In batches: one by one would mostly wait for the disk, all at once would open too many files.
  for (let from = 0; from < written.length; from += 64) {
    await Promise.all(
      written.slice(from, from + 64).map(async ({ name, address, html }) => {
        const text = elderPage(html, address, site);
        const file = path.join(folder, 'elder', name);
        bytes += Buffer.byteLength(text);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text);
      }),
    );
  }
  return { pages: written.length, bytes };
}

/** The page for unknown addresses. It has no address itself, so no link leads to it. */
const notFoundPage = '404.html';

interface BuiltPage {
  /** Path below the site: `activities/2026/0315-lianxi-huiyi/index.html`. */
  name: string;
  /** `/activities/2026/0315-lianxi-huiyi/` */
  address: string;
  html: string;
}

async function readPages(folder: string): Promise<BuiltPage[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = files
    .filter((file) => file.isFile() && (file.name === 'index.html' || file.name === notFoundPage))
    .map((file) => path.relative(folder, path.join(file.parentPath, file.name)).split(path.sep).join('/'))
    .filter((name) => !name.startsWith('elder/'));
  const pages = await Promise.all(
    names.map(async (name) => ({
      name,
      address: name === notFoundPage ? '/404/' : `/${name.slice(0, -'index.html'.length)}`,
      html: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
  return pages.filter(({ html }) => hasElderView(html));
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
