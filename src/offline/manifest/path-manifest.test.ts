import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bytesToFetch } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { hashOf, largestFile } from './path-manifest.ts';
import { writeManifests } from './write-manifests.ts';
import type { CheckedContentEntry } from './path-pages.ts';

let site: string;
const base = '/hub/';

const frame = (main: string): string =>
  `<!doctype html><title>题</title><link rel="stylesheet" href="/hub/_astro/page.AAAAAAAA.css">` +
  `<main data-pagefind-body><h1>题</h1>${main}</main><script type="module" src="/hub/_astro/mount.AAAAAAAA.js"></script>`;

const files: Record<string, string> = {
  'paths/xieshang/index.html': frame('<div class="path-search" data-path="xieshang"></div><p>六步走。</p>'),
  'paths/xieshang/screen/index.html': frame('大屏'),
  'elder/paths/xieshang/index.html': frame('<div class="path-search" data-path="xieshang"></div>'),
  'paths/other/index.html': frame('别的'),
  'materials/liubu/index.html': frame(
    '<h2 id="h-one">第一步</h2><p>找<a href="/hub/terms/pdca/">循环</a>，<a href="/hub/files/b.pdf#page=3">表</a><a href="/hub/files/c.pdf">图</a></p>' +
      '<img src="/hub/_astro/p.AAAAAAAA_0.jpeg" srcset="/hub/_astro/p.AAAAAAAA_1.webp 480w, /hub/_astro/p.AAAAAAAA_2.webp 960w">',
  ),
  'elder/materials/liubu/index.html': frame('长辈'),
  'terms/pdca/index.html': frame('循环'),
  'terms/unused/index.html': frame('没人提'),
  'quizzes/ziche/index.html': frame(
    '<astro-island component-url="/hub/_astro/quiz.AAAAAAAA.js" renderer-url="/hub/_astro/client.AAAAAAAA.js"></astro-island>',
  ),
  'my-study/index.html': frame('我的学习'),
  'offline/index.html': frame('没有网络'),
  '_astro/page.AAAAAAAA.css': 'a{background:url(i.AAAAAAAA.svg)}',
  '_astro/i.AAAAAAAA.svg': '<svg/>',
  '_astro/mount.AAAAAAAA.js': 'import("./island.AAAAAAAA.js")',
  '_astro/island.AAAAAAAA.js': 'import"./react.AAAAAAAA.js"',
  '_astro/react.AAAAAAAA.js': '0',
  '_astro/quiz.AAAAAAAA.js': 'import"./react.AAAAAAAA.js";import("./later.AAAAAAAA.js")',
  '_astro/client.AAAAAAAA.js': 'import{r as t}from"./react.AAAAAAAA.js"',
  '_astro/later.AAAAAAAA.js': '1',
  '_astro/p.AAAAAAAA_0.jpeg': 'the original, largest of all',
  '_astro/p.AAAAAAAA_1.webp': 'small',
  '_astro/p.AAAAAAAA_2.webp': 'larger',
  'files/b.pdf': '%PDF',
  'files/c.pdf': 'x'.repeat(largestFile + 1),
};

const entries: CheckedContentEntry[] = [
  {
    collection: 'paths',
    data: { slug: 'xieshang', title: '商量着办', steps: [{ material: 'liubu' }, { quiz: 'ziche' }] },
  },
  { collection: 'materials', data: { slug: 'liubu', title: '六步' } },
  { collection: 'quizzes', data: { slug: 'ziche', title: '自测' } },
];

async function build(change: Record<string, string> = {}): Promise<Manifest> {
  for (const [name, text] of Object.entries({ ...files, ...change })) {
    const file = path.join(site, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await writeManifests(site, { base, on: true }, entries);
  const { readFile } = await import('node:fs/promises');
  return JSON.parse(await readFile(path.join(site, 'paths/xieshang/offline.json'), 'utf8')) as Manifest;
}

beforeEach(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'hub-manifest-'));
});
afterEach(() => rm(site, { recursive: true, force: true }));

test('includes the pages of a path in both views, its terms, and all their files', async () => {
  const manifest = await build();
  const addresses = manifest.items.map(({ address }) => address.replace(/texts-xieshang\.[\w-]{8}/, 'texts'));
  expect(addresses).toEqual([
    '/hub/_astro/client.AAAAAAAA.js',
    '/hub/_astro/i.AAAAAAAA.svg',
    '/hub/_astro/island.AAAAAAAA.js',
    '/hub/_astro/later.AAAAAAAA.js',
    '/hub/_astro/mount.AAAAAAAA.js',
    '/hub/_astro/p.AAAAAAAA_2.webp',
    '/hub/_astro/page.AAAAAAAA.css',
    '/hub/_astro/quiz.AAAAAAAA.js',
    '/hub/_astro/react.AAAAAAAA.js',
    '/hub/_astro/texts.json',
    '/hub/elder/materials/liubu/',
    '/hub/elder/paths/xieshang/',
    '/hub/files/b.pdf',
    '/hub/materials/liubu/',
    '/hub/my-study/',
    '/hub/offline/',
    '/hub/paths/xieshang/',
    '/hub/paths/xieshang/screen/',
    '/hub/quizzes/ziche/',
    '/hub/terms/pdca/',
  ]);
  expect(manifest.left).toEqual([{ address: '/hub/files/c.pdf', bytes: largestFile + 1 }]);
  expect(manifest.bytes).toBe(manifest.items.reduce((sum, { bytes }) => sum + bytes, 0));
});

test('gives each item the hash of the served file, also after the texts were named in a page', async () => {
  const { items } = await build();
  const { readFile } = await import('node:fs/promises');
  for (const { address, hash, bytes } of items) {
    const name = address.slice(base.length) + (address.endsWith('/') ? 'index.html' : '');
    const content = await readFile(path.join(site, name));
    expect([name, hash, bytes]).toEqual([name, hashOf(content), content.length]);
  }
  const page = await readFile(path.join(site, 'elder/paths/xieshang/index.html'), 'utf8');
  expect(page).toMatch(/class="path-search" data-texts="\/hub\/_astro\/texts-xieshang\.[\w-]{8}\.json"/);
});

test('changes the release only when the path changes', async () => {
  const first = await build();
  expect((await build({ 'paths/other/index.html': frame('改了') })).release).toBe(first.release);
  const changed = await build({ 'quizzes/ziche/index.html': frame('换了一道题') });
  expect(changed.release).not.toBe(first.release);
  // The self-test, and the texts for search.
  const again = changed.items.filter(({ address }) => /quizzes|texts|paths\/xieshang\/$/.test(address));
  expect(bytesToFetch(changed, first)).toBe(again.reduce((sum, { bytes }) => sum + bytes, 0));
  expect(bytesToFetch(changed, undefined)).toBe(changed.bytes);
});
