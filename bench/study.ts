import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { chromiumArguments, systemChromium } from '../scripts/browser.ts';
import { measuredRun } from './measured-run.ts';
import { serve } from './search/server.ts';
import { printTable } from './table.ts';

/** The limit for the scripts of a study page, in KiB, compressed. */
const limit = 75;

/** Longer than a page waits to become idle, in milliseconds. */
const idleWait = 3000;

interface Weighed {
  name: string;
  scripts: number;
  bytes: number;
  /** Loaded on demand, for example to schedule a wrong answer. */
  later: number;
  preact: boolean;
}

/** The scripts that study pages load in a real browser, and two pages without islands for comparison. */
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
      { name: 'quiz', address: await first('quizzes/'), action: '想不出，看答案' },
      { name: 'path', address: await first('paths/'), action: /^学完了/ },
      { name: 'material', address: await first('materials/') },
      { name: 'my study', address: `${base}my-study/`, action: '导出成文件' },
      { name: 'self-tests (list, no island)', address: `${base}quizzes/` },
      { name: 'home (no island)', address: base },
    ];
    const weighed: Weighed[] = [];
    for (const page of pages) weighed.push(await weigh(browser, page));
    const kib = (bytes: number): string => (bytes / 1024).toFixed(1);
    printTable(
      `Scripts of a page of study, KiB gzip (at most ${String(limit)} to read)`,
      ['page', 'files', 'to read', 'after the first action', 'Preact'],
      weighed.map(({ name, scripts, bytes, later, preact }) => [
        name,
        String(scripts),
        kib(bytes),
        kib(bytes + later),
        preact ? 'yes' : 'no',
      ]),
    );
    const tooHeavy = weighed.filter(({ bytes }) => bytes > limit * 1024).map(({ name }) => name);
    const withPreact = weighed.filter(({ name, preact }) => preact && name.includes('no island'));
    if (tooHeavy.length > 0 || withPreact.length > 0) {
      process.stdout.write(
        `\nToo heavy: ${[...tooHeavy, ...withPreact.map(({ name }) => name)].join(', ')}\n`,
      );
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
  { name, address, action }: { name: string; address: string; action?: string | RegExp },
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
  const button = action === undefined ? undefined : page.getByRole('button', { name: action }).first();
  await button?.waitFor();
  // Scripts that load when the page is idle count too.
  await page.waitForTimeout(idleWait);
  const atFirst = await Promise.all(sources);
  await button?.click();
  await page.waitForTimeout(idleWait);
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
