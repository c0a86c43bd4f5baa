import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { chromiumArguments, systemChromium } from '../scripts/browser.ts';
import { measuredRun } from './measured-run.ts';
import { serve } from './search/server.ts';
import { printTable } from './table.ts';

/** What a reader may fetch of scripts to study on a page: 75 KB, compressed. */
const most = 75_000;

interface Weighed {
  name: string;
  scripts: number;
  bytes: number;
  /** Once a wrong answer has to be scheduled, or whatever else is fetched on demand. */
  later: number;
  react: boolean;
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
      { name: 'path', address: await first('paths/'), deed: '学完了' },
      { name: 'material', address: await first('materials/') },
      { name: 'my study', address: `${base}my-study/`, deed: '导出成文件' },
      { name: 'self-tests (list, no island)', address: `${base}quizzes/` },
      { name: 'home (no island)', address: base },
    ];
    const weighed: Weighed[] = [];
    for (const page of pages) weighed.push(await weigh(browser, page));
    const kb = (bytes: number): string => (bytes / 1000).toFixed(1);
    printTable(
      `Scripts of a page of study, KB gzip (most: ${kb(most)})`,
      ['page', 'files', 'to read', 'after the first deed', 'React'],
      weighed.map(({ name, scripts, bytes, later, react }) => [
        name,
        String(scripts),
        kb(bytes),
        kb(bytes + later),
        react ? 'yes' : 'no',
      ]),
    );
    const heavy = weighed.filter(({ bytes }) => bytes > most).map(({ name }) => name);
    const idle = weighed.filter(({ name, react }) => react && name.includes('no island'));
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
  { name, address, deed }: { name: string; address: string; deed?: string },
): Promise<Weighed> {
  const page = await browser.newPage();
  const fetched: string[] = [];
  const sources: Promise<string>[] = [];
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    fetched.push(response.url());
    sources.push(response.text());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const atFirst = await Promise.all(sources);
  if (deed !== undefined) {
    await page.getByRole('button', { name: deed }).first().click();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
  }
  const all = await Promise.all(sources);
  await page.close();
  const weight = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  return {
    name,
    scripts: atFirst.length,
    bytes: weight(atFirst),
    later: weight(all.slice(atFirst.length)),
    react: all.some((text) => text.includes('react.dev')),
  };
}
