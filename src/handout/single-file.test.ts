import { expect, test } from 'vitest';
import { singleFile } from './single-file.ts';

const page = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>路径</title>` +
  `<link rel="canonical" href="https://hub.example/zhan/paths/a/booklet/">` +
  `<link rel="icon" href="/zhan/favicon.svg"><link rel="stylesheet" href="/zhan/_astro/a.css">` +
  `<script type="module" src="/zhan/_astro/a.js"></script></head><body>${body}</body></html>`;

const asked: string[] = [];
const sources = {
  style: (address: string) => Promise.resolve(`/* ${address} */ p { color: red }`),
  picture: (addresses: readonly string[]) => {
    asked.push(...addresses);
    return Promise.resolve('data:image/webp;base64,AAAA');
  },
};

test('styles stand within, and no script, icon or style sheet is asked for', async () => {
  const html = await singleFile(page('<p>读</p>'), sources);
  expect(html).toContain('<style>/* /zhan/_astro/a.css */ p { color: red }</style>');
  expect(html).not.toMatch(/<script|rel="icon"|rel="stylesheet"/);
});

test('links within the page stay, all others lead to the site', async () => {
  const body = '<a href="#step-2">二</a><a href="/zhan/orgs/">单位</a><a href="../">路径</a>';
  const html = await singleFile(page(body), sources);
  expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '#step-2',
    'https://hub.example/zhan/orgs/',
    'https://hub.example/zhan/paths/a/',
  ]);
});

test('of a picture in several sizes and formats one stays, and AVIF is not chosen', async () => {
  asked.length = 0;
  const body =
    '<picture><source type="image/avif" srcset="/zhan/_astro/b.avif 960w"><source type="image/webp" srcset="/zhan/_astro/b.webp 960w, /zhan/_astro/c.webp 480w"><img src="/zhan/_astro/b.jpeg" alt="坡道" loading="lazy"></picture>';
  const html = await singleFile(page(body), sources);
  expect(html).toContain('<picture><img src="data:image/webp;base64,AAAA" alt="坡道"></picture>');
  expect(asked.toSorted()).toEqual(['/zhan/_astro/b.jpeg', '/zhan/_astro/b.webp', '/zhan/_astro/c.webp']);
});

test('what is only for the page on the site is left out', async () => {
  const html = await singleFile(
    page('<nav data-handout="leave-out"><a href="/x/">返回</a></nav><p>读</p>'),
    sources,
  );
  expect(html).not.toContain('返回');
  expect(html).toContain('<p>读</p>');
});

test('a page that does not say where it stands is refused', async () => {
  await expect(singleFile('<html><head></head><body></body></html>', sources)).rejects.toThrow(
    'address of its own',
  );
});
