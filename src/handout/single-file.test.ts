import { expect, test } from 'vitest';
import { singleFile } from './single-file.ts';

const page = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>路径</title>` +
  `<link rel="canonical" href="https://hub.example/zhan/paths/a/booklet/">` +
  `<link rel="icon" href="/zhan/favicon.svg"><link rel="stylesheet" href="/zhan/_astro/a.css">` +
  `<script type="module" src="/zhan/_astro/a.js"></script></head><body>${body}</body></html>`;

const requested: string[] = [];
const sources = {
  style: (address: string) => Promise.resolve(`/* ${address} */ p { color: red }`),
  picture: (addresses: readonly string[]) => {
    requested.push(...addresses);
    return Promise.resolve('data:image/webp;base64,AAAA');
  },
};

test('inlines styles, and removes scripts, icons and style sheets', async () => {
  const html = await singleFile(page('<p>读</p>'), sources);
  expect(html).toContain('<style>/* /zhan/_astro/a.css */ p { color: red }</style>');
  expect(html).not.toMatch(/<script|rel="icon"|rel="stylesheet"/);
});

test('keeps links within the page, and makes all others absolute', async () => {
  const body = '<a href="#step-2">二</a><a href="/zhan/orgs/">单位</a><a href="../">路径</a>';
  const html = await singleFile(page(body), sources);
  expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '#step-2',
    'https://hub.example/zhan/orgs/',
    'https://hub.example/zhan/paths/a/',
  ]);
});

test('an address that cannot be read stays as it is', async () => {
  const html = await singleFile(
    page('<a href="http://[::1]:x">一</a><a href="//a.cn:99999/">二</a>'),
    sources,
  );
  expect(html).toContain('<a href="http://[::1]:x">一</a><a href="//a.cn:99999/">二</a>');
});

test('keeps one of several sizes and formats of an image, but not AVIF', async () => {
  requested.length = 0;
  const body =
    '<picture><source type="image/avif" srcset="/zhan/_astro/b.avif 960w"><source type="image/webp" srcset="/zhan/_astro/b.webp 960w, /zhan/_astro/c.webp 480w"><img src="/zhan/_astro/b.jpeg" alt="坡道" loading="lazy"></picture>';
  const html = await singleFile(page(body), sources);
  expect(html).toContain('<picture><img src="data:image/webp;base64,AAAA" alt="坡道"></picture>');
  expect(requested.toSorted()).toEqual(['/zhan/_astro/b.jpeg', '/zhan/_astro/b.webp', '/zhan/_astro/c.webp']);
});

test('leaves out what is only for the online page', async () => {
  const html = await singleFile(
    page('<nav data-handout="leave-out"><a href="/x/">返回</a></nav><p>读</p>'),
    sources,
  );
  expect(html).not.toContain('返回');
  expect(html).toContain('<p>读</p>');
});

test('rejects a page without a canonical address', async () => {
  await expect(singleFile('<html><head></head><body></body></html>', sources)).rejects.toThrow(
    'address of its own',
  );
});
