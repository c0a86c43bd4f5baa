import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { build } from 'vite';
import { buildSearchIndex } from '../../src/search/build/build-index.ts';
import { writePages } from './bench-pages.ts';
import type { BenchPage } from './bench-pages.ts';
import type { Cost } from './report.ts';

export async function buildOurs(folder: string, pages: readonly BenchPage[]): Promise<Cost> {
  await writePages(folder, pages);
  const started = performance.now();
  await buildSearchIndex(
    folder,
    pages.map(({ address }) => path.posix.join('/', address, '/')),
  );
  return {
    name: 'ours',
    seconds: (performance.now() - started) / 1000,
    bytes: await sizeOf(path.join(folder, 'pagefind')),
  };
}

export async function buildStock(folder: string, pages: readonly BenchPage[]): Promise<Cost> {
  await writePages(folder, pages);
  const started = performance.now();
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('; '));
  await index.addDirectory({ path: folder });
  await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await close();
  return {
    name: 'stock',
    seconds: (performance.now() - started) / 1000,
    bytes: await sizeOf(path.join(folder, 'pagefind')),
  };
}

async function sizeOf(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  // Stock Pagefind ships several ready-made interfaces, which are not part of the index.
  const counted = files.filter(({ name }) => !/ui\.(?:js|css)$|highlight\.js$/.test(name));
  const sizes = await Promise.all(
    counted.map(async (each) => (await stat(path.join(each.parentPath, each.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Bundles the module of the bench page like the site's build, and writes an empty page with it. */
export async function writeBenchPage(folder: string): Promise<void> {
  const page = path.join(folder, 'page');
  await mkdir(page, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: page,
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: {
        input: path.resolve(import.meta.dirname, 'in-browser.ts'),
        output: { entryFileNames: 'bench.js' },
      },
    },
  });
  const html =
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>bench</title><script type="module" src="bench.js"></script>';
  await writeFile(path.join(page, 'index.html'), html);
}

/** Page number in the bench by the side's own name of the page. */
export async function numbersOfOurs(
  folder: string,
  pages: readonly BenchPage[],
): Promise<Map<string, number>> {
  const names = await readdir(path.join(folder, 'pagefind'));
  const file = names.find((name) => name.startsWith('addresses.')) ?? '';
  const addresses = JSON.parse(await readFile(path.join(folder, 'pagefind', file), 'utf8')) as string[];
  const numbers = new Map(pages.map(({ address }, number) => [address, number]));
  return new Map(addresses.map((address, index) => [String(index), numbers.get(address) ?? -1]));
}

export async function numbersOfStock(
  folder: string,
  pages: readonly BenchPage[],
): Promise<Map<string, number>> {
  const fragments = path.join(folder, 'pagefind', 'fragment');
  const numbers = new Map(pages.map(({ address }, number) => [address, number]));
  const names = await readdir(fragments);
  const entries = names.map(async (name) => {
    const text = gunzipSync(await readFile(path.join(fragments, name)))
      .toString('utf8')
      .slice('pagefind_dcd'.length);
    const { url } = JSON.parse(text) as { url: string };
    return [name.replace('.pf_fragment', ''), numbers.get(url.replace(/^\//, '')) ?? -1] as const;
  });
  return new Map(await Promise.all(entries));
}
