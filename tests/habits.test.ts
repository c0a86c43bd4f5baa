/**
 * What passes the check can be built: 300 entries with the habits of offices, always the same ones. Those that the check
 * refuses are removed, as an editor would have to correct them; the rest is built and read.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { parse } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArguments, systemChromium } from '../scripts/browser.ts';
import { writeHabits } from './habits/entries.ts';
import type { HabitEntry } from './habits/entries.ts';
import { isEmpty, pageOf } from './habits/pages.ts';

const root = path.resolve(import.meta.dirname, '..');
const count = 300;
const seed = 20260315;

let folder = '';
let site = '';
let passed: HabitEntry[] = [];
let build = { code: -1, output: '' };
/** HTML by address, elder view included. */
const pages = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-habits-'));
  site = path.join(folder, 'site');
  const content = path.join(folder, 'content');
  await cp(path.join(root, 'content'), content, { recursive: true });
  passed = await checked(content, await writeHabits(content, count, seed));
  build = await run('scripts/build.ts', content);
  const names = (await readdir(site, { recursive: true }).catch(() => [])).filter((name) =>
    name.endsWith('.html'),
  );
  for (const name of names.sort())
    pages.set(`/${name.replace(/index\.html$/, '')}`, await readFile(path.join(site, name), 'utf8'));
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Removes entries with problems until the check reports none. */
async function checked(content: string, written: readonly HabitEntry[]): Promise<HabitEntry[]> {
  let left = [...written];
  for (;;) {
    const { code, output } = await run('scripts/check.ts', content);
    if (code === 0) return left;
    const named = [...output.matchAll(/^content\/(.+)$/gm)].map(([, name = '']) => name);
    const refused = left.filter((entry) => named.some((name) => name.startsWith(`${entry.folder}/`)));
    // A problem outside our entries is a mistake of this test, or a broken check.
    if (refused.length === 0)
      throw new Error(`The check reports a problem outside the entries of this test:\n${output}`);
    for (const entry of refused) await rm(path.join(content, entry.folder), { recursive: true });
    left = left.filter((entry) => !refused.includes(entry));
  }
}

function run(script: string, content: string): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    CONTENT_DIR: content,
    OUT_DIR: site,
    CACHE_DIR: path.join(folder, 'cache'),
    SITE_URL: 'http://127.0.0.1:4321/',
  };
  return new Promise((resolve) => {
    const options = { cwd: root, env, maxBuffer: 1 << 28 };
    const child = execFile(process.execPath, [script], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}

test('at least half of the entries need no correction', () => {
  expect(passed.length).toBeGreaterThanOrEqual(count / 2);
  // Some do need it, or the check checks nothing.
  expect(passed.length).toBeLessThan(count);
});

test('builds every entry that passes the check', () => {
  expect(build.code, build.output).toBe(0);
  for (const { address } of passed) expect(pages.has(address), address).toBe(true);
});

test('every picture has a source that exists', async () => {
  const files = new Set((await readdir(site, { recursive: true })).map((name) => `/${name}`));
  const wrong: string[] = [];
  for (const [address, html] of pages) {
    for (const source of pageOf(parse(html)).sources) {
      const isThere = /^(?:data|https?):/.test(source) || files.has(decodeURI(source.replace(/[?#].*$/, '')));
      if (source === '' || !isThere) wrong.push(`${address} ${source}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every page shows its text and pictures', () => {
  const empty = [...pages].filter(([, html]) => isEmpty(pageOf(parse(html)))).map(([address]) => address);
  expect(empty).toEqual([]);
  const missing = passed.filter(({ address, mark, pictures }) => {
    const { text, prosePictures } = pageOf(parse(pages.get(address) ?? ''));
    return !text.includes(mark ?? '') || prosePictures < pictures;
  });
  expect(missing.map(({ address }) => address)).toEqual([]);
});

test('every feed is valid for a strict parser', async () => {
  const names = (await readdir(site, { recursive: true })).filter((name) =>
    /\.(?:xml|svg|json|ics)$/.test(name),
  );
  const texts = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(site, name), 'utf8') })),
  );
  expect(names.filter((name) => name.endsWith('rss.xml')).length).toBeGreaterThan(5);
  // Attachments stay as they are.
  const ours = texts.filter(({ name }) => !name.startsWith('files/') && !name.startsWith('_astro/'));
  const browser = await chromium.launch({ executablePath: systemChromium(), args: chromiumArguments });
  try {
    const page = await browser.newPage();
    const refused = await page.evaluate(
      (all) =>
        all.flatMap(({ name, text }) => {
          const error = new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror');
          return error ? [`${name} ${error.textContent}`] : [];
        }),
      ours.filter(({ name }) => name.endsWith('.xml')),
    );
    expect(refused).toEqual([]);
  } finally {
    await browser.close();
  }
  for (const { name, text } of ours.filter((file) => file.name.endsWith('.json')))
    expect(() => JSON.parse(text) as unknown, name).not.toThrow();
  for (const { name, text } of ours.filter((file) => file.name.endsWith('.ics')))
    expect(text, name).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
});
