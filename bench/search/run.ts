// What for: compares our search with stock Pagefind on any texts, in a real browser.
// How: npm run bench:search -- [file.jsonl] [pages] [seed]
//      The file is a JSON Lines file of laws or other texts (title, date, body); CORPUS may name it too.
//      Without a number of pages it runs twice: with whole texts and the sample content, and with the texts split
//      into 3,000 pages.
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromiumArguments, systemChromium } from '../../scripts/browser.ts';
import { measure, measureInFirefox } from './measure.ts';
import { splitInto, sampleTexts, wholeTexts } from './bench-pages.ts';
import type { BenchPage } from './bench-pages.ts';
import { makeQueries } from './queries.ts';
import { reportClasses, reportCosts } from './report.ts';
import { reportRequired } from './required.ts';
import { serve } from './server.ts';
import type { BenchServer } from './server.ts';
import { buildOurs, buildStock, writeBenchPage, numbersOfOurs, numbersOfStock } from './sides.ts';
import { truthOf } from './truth.ts';

async function measureSearch(pages: readonly BenchPage[], seed: number): Promise<void> {
  const queries = makeQueries(pages, truthOf(pages), seed);
  process.stdout.write(
    `${String(pages.length)} pages, ${String(queries.length)} queries, seed ${String(seed)}\n`,
  );
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-search-'));
  const browser = await chromium.launch({ executablePath: systemChromium(), args: chromiumArguments });
  let server: BenchServer | undefined;
  try {
    const [ours, stock] = [path.join(folder, 'ours'), path.join(folder, 'stock')];
    const cost = await buildOurs(ours, pages);
    const stockCost = await buildStock(stock, pages);
    await writeBenchPage(folder);
    server = await serve({ ours, stock, page: path.join(folder, 'page') });
    const measured = await measure(browser, server, queries, 'ours', await numbersOfOurs(ours, pages));
    reportClasses(queries, [measured]);
    const stockMeasured = await measure(
      browser,
      server,
      queries,
      'stock',
      await numbersOfStock(stock, pages),
    );
    reportClasses(queries, [stockMeasured]);
    const firefox = await measureInFirefox(server, queries, await numbersOfOurs(ours, pages));
    if (firefox) reportClasses(queries, [firefox]);
    else process.stdout.write('\nFirefox is not installed, so it was not measured.\n');
    reportCosts([cost, stockCost], [measured, stockMeasured]);
    reportRequired(queries, pages.length, { measured, cost }, { measured: stockMeasured, cost: stockCost });
  } finally {
    await browser.close();
    await server?.stop();
    if (process.env['KEEP'] === undefined) await rm(folder, { recursive: true, force: true });
    else process.stdout.write(`${folder}\n`);
  }
}

const [named, wanted, seed] = process.argv.slice(2);
const file =
  named ?? process.env['CORPUS'] ?? path.resolve(import.meta.dirname, '../../../shared/corpus/laws.jsonl');
if (!existsSync(file)) {
  process.stderr.write('Usage: npm run bench:search -- <file.jsonl> [pages] [seed]\n');
  process.exitCode = 2;
} else {
  const texts = await wholeTexts(file);
  const all = (): Promise<BenchPage[]> => sampleTexts().then((samples) => [...texts, ...samples]);
  const sets =
    wanted === undefined ? [await all(), splitInto(texts, 3000)] : [splitInto(texts, Number(wanted))];
  for (const pages of sets) await measureSearch(pages, Number(seed ?? 20260315));
}
