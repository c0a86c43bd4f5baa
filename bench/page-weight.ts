import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { measuredRun } from './measured-run.ts';
import { printTable } from './table.ts';

const kib = (bytes: number): string => (bytes / 1024).toFixed(1);

/** The size of a page without pictures: HTML and the styles and scripts it links to, gzipped. */
export async function measurePages(folder: string): Promise<void> {
  const site = path.join(folder, 'pages');
  await measuredRun(['scripts/build.ts'], { OUT_DIR: site, BASE_PATH: '/' });
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('index.html'));
  const pages = await Promise.all(names.map((name) => weigh(site, name)));
  const kinds = Map.groupBy(pages, ({ name }) => kindOf(name));
  printTable(
    'Weight of the heaviest page of each kind, KiB gzip',
    ['kind', 'HTML', 'CSS', 'HTML + CSS', 'script', 'which'],
    [...kinds].map(([kind, list]) => {
      const page = list.reduce((a, b) => (b.html + b.css > a.html + a.css ? b : a));
      return [kind, kib(page.html), kib(page.css), kib(page.html + page.css), kib(page.script), page.name];
    }),
  );
}

/** `activities/2026/0315-lianxi-huiyi/index.html` is an article of `activities`, `activities/index.html` a list. */
function kindOf(name: string): string {
  const parts = name.split('/').slice(0, -1);
  const isList = parts.length < 2 || /^(page|\d{4})$/.test(parts.at(-1) ?? '') || parts.at(-2) === 'page';
  return parts.length === 0 ? 'home' : `${parts[0] ?? ''}${isList ? ' (list)' : ''}`;
}

async function weigh(
  site: string,
  name: string,
): Promise<{ name: string; html: number; css: number; script: number }> {
  const html = await readFile(path.join(site, name), 'utf8');
  const linked = (pattern: RegExp): Promise<number[]> =>
    Promise.all(
      [...html.matchAll(pattern)].map(async ([, address = '']) =>
        gzipped(await readFile(path.join(site, address))),
      ),
    );
  const css = await linked(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const script = await linked(/<script[^>]+src="([^"]+)"/g);
  return { name, html: gzipped(Buffer.from(html)), css: sum(css), script: sum(script) };
}

const gzipped = (bytes: Buffer): number => gzipSync(bytes).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
