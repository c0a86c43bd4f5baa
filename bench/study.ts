import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { chromiumArguments, systemChromium } from '../scripts/browser.ts';
import { measuredRun } from './measured-run.ts';
import { serve } from './search/server.ts';
import { printTable } from './table.ts';

/** What a reader may fetch of scripts to study on a page, in KiB, compressed. */
const most = 75;

/** Longer than a page waits for an idle moment, in milliseconds. */
const settled = 3000;

interface Weighed {
  name: string;
  scripts: number;
  bytes: number;
  /** Once a wrong answer has to be scheduled, or whatever else is fetched on demand. */
  later: number;
  preact: boolean;
}

/** Scripts that pages of study fetch, as a real browser asks for them; and two pages that have nothing to wake. */
export async function measureStudy(folder: string): Promise<void> {
  const site = path.join(folder, 'study');
  await measuredRun(['scripts/build.ts'], { OUT_DIR: site, BASE_PATH: '/site/' });
  const server = await serve({ site });
  const executablePath = systemChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const base = `${server.address.replace(/\/$/, '')}/site/`;
    const first = (list: string): Promise<string> => firstEntry(browser, base, list);
    const pages = [
      { name: 'quiz', address: await first('quizzes/'), deed: '想不出，看答案' },
      { name: 'path', address: await first('paths/'), deed: /^学完了/ },
      { name: 'material', address: await first('materials/') },
      { name: 'my study', address: `${base}my-study/`, deed: '导出成文件' },
      { name: 'self-tests (list, no island)', address: `${base}quizzes/` },
      { name: 'home (no island)', address: base },
    ];
    const weighed: Weighed[] = [];
    for (const page of pages) weighed.push(await weigh(browser, page));
    const kib = (bytes: number): string => (bytes / 1024).toFixed(1);
    printTable(
      `Scripts of a page of study, KiB gzip (at most ${String(most)} to read)`,
      ['page', 'files', 'to read', 'after the first deed', 'Preact'],
      weighed.map(({ name, scripts, bytes, later, preact }) => [
        name,
        String(scripts),
        kib(bytes),
        kib(bytes + later),
        preact ? 'yes' : 'no',
      ]),
    );
    const heavy = weighed.filter(({ bytes }) => bytes > most * 1024).map(({ name }) => name);
    const idle = weighed.filter(({ name, preact }) => preact && name.includes('no island'));
    if (heavy.length > 0 || idle.length > 0) {
      process.stdout.write(`\nToo heavy: ${[...heavy, ...idle.map(({ name }) => name)].join(', ')}\n`);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function firstEntry(browser: Browser, base: string, list: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(base + list);
  const address = await page
    .locator('main .entry__link')
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).href);
  await page.close();
  return address;
}

async function weigh(
  browser: Browser,
  { name, address, deed }: { name: string; address: string; deed?: string | RegExp },
): Promise<Weighed> {
  const page = await browser.newPage();
  const fetched: string[] = [];
  const sources: Promise<string>[] = [];
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    fetched.push(response.url());
    sources.push(response.text());
  });
  await page.goto(address);
  const button = deed === undefined ? undefined : page.getByRole('button', { name: deed }).first();
  await button?.waitFor();
  // What is fetched when the page has nothing else to do belongs to it as well.
  await page.waitForTimeout(settled);
  const atFirst = await Promise.all(sources);
  await button?.click();
  await page.waitForTimeout(settled);
  const all = await Promise.all(sources);
  await page.close();
  const weight = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  return {
    name,
    scripts: atFirst.length,
    bytes: weight(atFirst),
    later: weight(all.slice(atFirst.length)),
    preact: fetched.some((address) => /\/preact\./.test(address)),
  };
}
