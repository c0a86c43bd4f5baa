import { expect, test } from 'vitest';
import { elderPage, hasElderView } from './elder-page.ts';
import type { ElderSite } from './elder-page.ts';

const site: ElderSite = {
  base: '/hub/',
  pages: new Set(['/', '/notices/', '/notices/2026/ting-shui/', '/about/', '/search/']),
  sheet: '/hub/_astro/elder.css',
  script: '/hub/_astro/text-size.js',
};

const page = (main: string, head = ''): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><title>停水</title>${head}</head><body>` +
  '<header class="site-head"><a class="wordmark" href="/hub/"><span>榕荫</span></a>' +
  '<a class="view-link" href="/hub/elder/notices/" data-view-link>长辈版</a>' +
  '<nav class="site-nav"><a href="/hub/notices/">通知</a></nav></header>' +
  `<main id="main"><h1>停水</h1>${main}</main><footer>完</footer></body></html>`;

const elder = (main: string, head = '', address = '/notices/'): string =>
  elderPage(page(main, head), address, site);

test('rewrites links to pages, and keeps all other addresses', () => {
  const before =
    '<a href="/hub/notices/2026/ting-shui/?a=1&amp;b=2#x">一</a><a href="/hub/">二</a><a href="#y">三</a>' +
    '<a href="/hub/rss.xml">四</a><a href="/hub/files/a.pdf">五</a><a href="tel:110">六</a>' +
    '<a href="https://example.cn/notices/">七</a><a href="/notices/">八</a><a href="/hub/admin/">九</a>' +
    '<form action="/hub/search/"></form><img src="/hub/_astro/a.webp">';
  const after =
    '<a href="/hub/elder/notices/2026/ting-shui/?a=1&amp;b=2#x">一</a><a href="/hub/elder/">二</a><a href="#y">三</a>' +
    '<a href="/hub/rss.xml">四</a><a href="/hub/files/a.pdf">五</a><a href="tel:110">六</a>' +
    '<a href="https://example.cn/notices/">七</a><a href="/notices/">八</a><a href="/hub/admin/">九</a>' +
    '<form action="/hub/elder/search/"></form><img src="/hub/_astro/a.webp">';
  expect(elder(before)).toContain(`<main id="main"><h1>停水</h1>${after}</main>`);
});

test.each(['http://[::1]:x', '//[::1]:x/', '/hub/%zz/', '/hub/notices/%E4/', 'https://a.cn:99999/'])(
  'an address that cannot be read stays, and does not stop the page: %s',
  (address) => {
    expect(elder(`<a href="${address}">一</a>`)).toContain(`<a href="${address}">一</a>`);
  },
);

test('rewrites relative links', () => {
  expect(elder('<a href="2026/ting-shui/">一</a><a href="../about/">二</a>')).toContain(
    '<a href="/hub/elder/notices/2026/ting-shui/">一</a><a href="/hub/elder/about/">二</a>',
  );
});

test('keeps everything else byte for byte, also invalid markup', () => {
  const odd =
    '<p class=a  data-x=\'1\'>a &lt; b<br/>“a href="/hub/"”<!-- <a href="/hub/"> --><table><tr><td>1</table>';
  expect(elder(odd)).toContain(odd);
});

test('adds the frame, the style sheet and the link back, and removes the link to itself and search attributes', () => {
  const html = elder('<article data-pagefind-body data-search-name="停水" data-title="停水">文</article>');
  expect(html).toContain('<html data-view="elder" data-view-base="/hub/elder/" lang="zh-CN">');
  expect(html).toContain('<title>停水（长辈版）</title>');
  expect(html).toContain(
    '<link rel="stylesheet" href="/hub/_astro/elder.css"><script src="/hub/_astro/text-size.js"></script></head>',
  );
  expect(html).toContain('href="/hub/notices/">返回普通版</a>');
  expect(html).toContain('<article data-title="停水">');
  expect(html).not.toContain('data-view-link');
  expect(html.indexOf('</main>')).toBeLessThan(html.indexOf('<nav class="site-nav">'));
  expect(html).toContain('<nav class="site-nav"><a href="/hub/elder/notices/">通知</a></nav></div><footer>');
});

test('keeps the canonical link to the normal page', () => {
  const canonical = '<link rel="canonical" href="https://hub.example/hub/notices/">';
  expect(elder('', canonical)).toContain(canonical);
});

test('adds a button to the start page for each need that has a page', () => {
  const html = elder('', '', '/');
  const buttons = [...html.matchAll(/<a class="elder-button" href="([^"]+)">([^<]+)</g)].map(
    ([, href, label]) => `${String(label)} ${String(href)}`,
  );
  expect(buttons).toEqual(['今日食堂 /hub/elder/notices/', '我要反映 /hub/elder/about/']);
});

test('rejects a page without the frame, and names what is missing', () => {
  expect(() => elderPage('<html><head></head><body><h1>a</h1></body></html>', '/x/', site)).toThrow(
    'The page /x/ has no main navigation',
  );
  expect(hasElderView(page(''))).toBe(true);
  expect(hasElderView('<html><body>redirect</body></html>')).toBe(false);
});
