// What for: measures search on texts of any kind, beside stock Pagefind, in a real browser.
// How: npm run bench:search -- <file.jsonl> [pages] [seed]   (a JSON Lines file of texts: title, date, body)
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { build } from 'vite';
import { chromiumArguments, systemChromium } from '../../scripts/browser.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import type { Asked } from './in-browser.ts';
import { cutInto, wholeTexts, writePages } from './pages.ts';
import type { BenchPage } from './pages.ts';
import { makeQueries } from './queries.ts';
import type { Query } from './queries.ts';
import { reportClasses, reportCosts } from './report.ts';
import type { Cost, Measured } from './report.ts';
import { serve } from './server.ts';
import type { BenchServer } from './server.ts';
import { truthOf } from './truth.ts';

/** One cold start in so many queries: each needs a browser without a cache. */
const coldEvery = 16;

export async function measureSearch(file: string, wanted: number | undefined, seed: number): Promise<void> {
  const whole = await wholeTexts(file);
  const pages = wanted === undefined || wanted <= whole.length ? whole : cutInto(whole, wanted);
  const queries = makeQueries(pages, truthOf(pages), seed);
  process.stdout.write(
    `${String(pages.length)} pages, ${String(queries.length)} queries, seed ${String(seed)}\n`,
  );
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-search-'));
  const browser = await chromium.launch({ executablePath: systemChromium(), args: chromiumArguments });
  let server: BenchServer | undefined;
  try {
    const [ours, stock] = [path.join(folder, 'ours'), path.join(folder, 'stock')];
    const costs = [await buildOurs(ours, pages), await buildStock(stock, pages)];
    await bundle(folder);
    server = await serve({ ours, stock, page: path.join(folder, 'page') });
    const sides = [await measure(browser, server, queries, 'ours', await numbersOfOurs(ours, pages))];
    reportClasses(queries, sides);
    sides.push(await measure(browser, server, queries, 'stock', await numbersOfStock(stock, pages)));
    reportClasses(queries, sides.slice(1));
    reportCosts(costs, sides);
  } finally {
    await browser.close();
    await server?.stop();
    if (process.env['KEEP'] === undefined) await rm(folder, { recursive: true, force: true });
    else process.stdout.write(`${folder}\n`);
  }
}

async function buildOurs(folder: string, pages: readonly BenchPage[]): Promise<Cost> {
  await writePages(folder, pages);
  const started = performance.now();
  await buildSearchIndex(folder, pages.length);
  return {
    name: 'ours',
    seconds: (performance.now() - started) / 1000,
    bytes: await sizeOf(path.join(folder, 'pagefind')),
  };
}

async function buildStock(folder: string, pages: readonly BenchPage[]): Promise<Cost> {
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
  // Stock brings several ready-made interfaces; none of them counts as index.
  const counted = files.filter(({ name }) => !/ui\.(?:js|css)$|highlight\.js$/.test(name));
  const sizes = await Promise.all(
    counted.map(async (each) => (await stat(path.join(each.parentPath, each.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The page's own module, bundled as the site's build does it, on a page with nothing else. */
async function bundle(folder: string): Promise<void> {
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

/** The name each side gives a page -> the number of the page. */
async function numbersOfOurs(folder: string, pages: readonly BenchPage[]): Promise<Map<string, number>> {
  const names = await readdir(path.join(folder, 'pagefind'));
  const file = names.find((name) => name.startsWith('addresses.')) ?? '';
  const addresses = JSON.parse(await readFile(path.join(folder, 'pagefind', file), 'utf8')) as string[];
  const numbers = new Map(pages.map(({ address }, number) => [address, number]));
  return new Map(addresses.map((address, index) => [String(index), numbers.get(address) ?? -1]));
}

async function numbersOfStock(folder: string, pages: readonly BenchPage[]): Promise<Map<string, number>> {
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

async function measure(
  browser: Browser,
  server: BenchServer,
  queries: readonly Query[],
  side: 'ours' | 'stock',
  numbers: ReadonlyMap<string, number>,
): Promise<Measured> {
  const measured: Measured = { side, answers: [], cold: [], later: [], warm: [] };
  say(`${side}: every query`);
  const { page, end } = await opened(browser, server);
  for (const part of partsOf(queries)) {
    // Stock Pagefind's answers depend on what was asked before, so each question gets an instance of its own.
    for (const answer of await ask(page, side, part, true)) {
      const asNumbers = (names: readonly string[]): number[] => names.map((name) => numbers.get(name) ?? -1);
      measured.answers.push({ ...answer, found: asNumbers(answer.found), near: asNumbers(answer.near) });
      if (side === 'ours') measured.warm.push(answer.milliseconds);
    }
  }
  await end();
  if (side === 'stock') {
    say(`${side}: one session`);
    const session = await opened(browser, server);
    for (const part of partsOf(queries)) {
      const answers = await ask(session.page, side, part, false);
      measured.warm.push(...answers.map(({ milliseconds }) => milliseconds));
    }
    await session.end();
  }
  say(`${side}: cold starts`);
  measured.warm.shift();
  for (let at = 0; at + 1 < queries.length; at += coldEvery) {
    const cold = await opened(browser, server);
    for (const [place, query] of [queries[at], queries[(at * 7 + 1) % queries.length]].entries()) {
      if (!query) continue;
      const before = server.sent();
      const [answer] = await ask(cold.page, side, [query], false);
      const list = place === 0 ? measured.cold : measured.later;
      list.push({ milliseconds: answer?.milliseconds ?? 0, bytes: server.sent() - before });
    }
    await cold.end();
  }
  return measured;
}

async function opened(
  browser: Browser,
  server: BenchServer,
): Promise<{ page: Page; end: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
  await page.goto(`${server.address}page/`);
  await page.waitForFunction('window.askOurs');
  return { page, end: () => context.close() };
}

const ask = (
  page: Page,
  side: 'ours' | 'stock',
  queries: readonly Query[],
  fresh: boolean,
): Promise<Asked[]> =>
  page.evaluate(
    async ([name, typed, isFresh]) => {
      const { askOurs, askStock } = window as unknown as Record<
        string,
        (...args: unknown[]) => Promise<Asked>
      >;
      if (!askOurs || !askStock) throw new Error('The bench page is not ready.');
      const answers: Asked[] = [];
      for (const each of typed) {
        answers.push(await (name === 'ours' ? askOurs(each, '/ours/') : askStock(each, '/stock/', isFresh)));
      }
      return answers;
    },
    [side, queries.map(({ typed }) => typed), fresh] as const,
  );

/** Several questions go to the browser together: the way there takes longer than an answer. */
const partsOf = (queries: readonly Query[]): Query[][] =>
  Array.from({ length: Math.ceil(queries.length / 50) }, (_, part) =>
    queries.slice(part * 50, part * 50 + 50),
  );

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const [file, wanted, seed] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Usage: npm run bench:search -- <file.jsonl> [pages] [seed]\n');
  process.exitCode = 2;
} else {
  await measureSearch(
    path.resolve(file),
    wanted === undefined ? undefined : Number(wanted),
    Number(seed ?? 20260315),
  );
}
