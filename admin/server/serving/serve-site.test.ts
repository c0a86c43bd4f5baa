import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releases, siteFolder } from '../publishing/releases.ts';
import { serveSite } from './serve-site.ts';
import { fixtureHub } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';

let fixture: FixtureHub;
const home = `<h1>首页</h1>${'<p>共驻共建</p>'.repeat(100)}`;

async function release(id: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(siteFolder(fixture.folder, id), name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const about = { id, commit: 'c', content: 't', code: 'dev', builtAt: '2026-03-15T00:00:00Z', ms: 1 };
  await writeFile(path.join(fixture.folder, 'releases', id, 'release.json'), JSON.stringify(about));
}

beforeAll(async () => {
  fixture = await fixtureHub();
  await release('1', {
    'index.html': 'old',
    '_astro/old.js': 'old()',
    'pagefind/fragment/zh-cn_3ecfaf5.pf_fragment': 'old words',
  });
  await release('2', {
    'index.html': home,
    '404.html': '<h1>没有这一页</h1>',
    'notices/2026/tingshui/index.html': '<h1>停水</h1>',
    'search/index.html': '<h1>搜索</h1>',
    'pagefind/wasm.zh.pagefind': 'wasm',
    'pagefind/pagefind-entry.json': '{}',
    '_astro/new.js': 'new()',
    'sw.js': 'self',
    'paths/xieshang/offline.json': '{}',
    'files/图.svg': '<svg/>',
    '_astro/V.SVG': '<svg/>',
    'files/biao.csv': '甲,乙',
    'files/biao.pdf': '%PDF-1.7',
    'handouts/xieshang.html': '<h1>讲义</h1>',
    'robots.txt': 'User-agent: *',
    '.secret': 'no',
    'moved.json': JSON.stringify({
      '/notices/2025/shui/': '/notices/2026/tingshui/',
      '/orgs/jiu/': '/orgs/xin/',
    }),
    'notices/2025/shui/index.html': 'a page that goes on by itself',
  });
});
afterAll(() => fixture.cleanUp());

const get = (address: string, init: RequestInit = {}, base = ''): Promise<Response> =>
  serveSite(fixture.folder, base, new Request(`http://127.0.0.1${address}`, init));

test('shows a waiting page before the first release', async () => {
  const answer = await get('/');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/http-equiv="refresh"[\s\S]*正在生成网站/);
  await symlink('releases/2', path.join(fixture.folder, 'live'));
});

test.each([
  ['/notices/2025/shui/', '', '/notices/2026/tingshui/'],
  ['/notices/2025/shui', '', '/notices/2026/tingshui/'],
  ['/notices/2025/shui/?a=1', '', '/notices/2026/tingshui/?a=1'],
  ['/elder/notices/2025/shui/', '', '/elder/notices/2026/tingshui/'],
  ['/orgs/jiu/calendar.ics', '', '/orgs/xin/calendar.ics'],
  ['/hub/elder/orgs/jiu', '/hub', '/hub/elder/orgs/xin/'],
  ['/files/notices/2025/shui/%E8%A1%A8.pdf', '', '/files/notices/2026/tingshui/%E8%A1%A8.pdf'],
  ['/hub/files/orgs/jiu/a.pdf', '/hub', '/hub/files/orgs/xin/a.pdf'],
])('redirects the old address %s', async (address, base, to) => {
  const answer = await get(address, {}, base);
  expect([answer.status, answer.headers.get('location')]).toEqual([301, to]);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

test.each(['/orgs/jiu-er/', '/notices/2025/', '/elder/', '/orgs/'])(
  'does not redirect %s',
  async (address) => {
    expect((await get(address)).headers.get('location')).toBeNull();
  },
);

test.each([
  ['/', 200, '首页'],
  ['/notices/2026/tingshui/', 200, '停水'],
  ['/files/%E5%9B%BE.svg', 200, '<svg/>'],
  ['/nothing/', 404, '没有这一页'],
  ['/.secret', 404, '没有这一页'],
  ['/release.json', 404, '没有这一页'],
  ['/%2e%2e/release.json', 404, '没有这一页'],
  ['/..%2frelease.json', 404, '没有这一页'],
  ['/..%5crelease.json', 404, '没有这一页'],
  ['/_astro/..%2f..%2frelease.json', 404, '没有这一页'],
  ['/a%00b', 404, '没有这一页'],
  ['/%ff', 400, 'Bad Request'],
])('responds to %s with %i', async (address, status, text) => {
  const answer = await get(address);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(text);
});

test('redirects an address without slash, and keeps the query', async () => {
  const answer = await get('/notices/2026/tingshui?from=feed');
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/notices/2026/tingshui/?from=feed']);
  // `//example.com` must not redirect to another site.
  expect((await get('//example.com/..')).headers.get('location')).toBeNull();
});

test('still serves hashed files of older releases, but not their pages', async () => {
  expect(await (await get('/_astro/old.js')).text()).toBe('old()');
  expect(await (await get('/_astro/new.js')).text()).toBe('new()');
  expect((await get('/_astro/none.js')).status).toBe(404);
  expect(await (await get('/pagefind/fragment/zh-cn_3ecfaf5.pf_fragment')).text()).toBe('old words');
  expect((await releases(fixture.folder)).map(({ id }) => id)).toEqual(['2', '1']);
});

test('sends 304 for unchanged files, and suitable cache headers', async () => {
  const first = await get('/');
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const etag = first.headers.get('etag')!;
  expect((await get('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await get('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  const file = path.join(siteFolder(fixture.folder, '2'), 'index.html');
  await utimes(file, new Date(), new Date('2026-01-01T00:00:00Z'));
  const since = { 'if-modified-since': 'Fri, 02 Jan 2026 00:00:00 GMT' };
  expect((await get('/', { headers: since })).status).toBe(304);
  const cache = async (address: string) => (await get(address)).headers.get('cache-control');
  expect(await cache('/_astro/new.js')).toContain('immutable');
  expect(await cache('/pagefind/fragment/zh-cn_3ecfaf5.pf_fragment')).toContain('immutable');
  expect(await cache('/pagefind/pagefind-entry.json')).toBe('no-cache');
  expect(await cache('/sw.js')).toBe('no-cache');
  expect(await cache('/files/%E5%9B%BE.svg')).toBe('public, max-age=300');
  expect(await cache('/robots.txt')).toBe('public, max-age=300');
  expect(await cache('/paths/xieshang/offline.json')).toBe('no-cache');
});

test('compresses text as accepted, and sends no body for HEAD', async () => {
  const answer = await get('/', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toBe(home);
  const refused = await get('/', { headers: { 'accept-encoding': 'br;q=0, gzip' } });
  expect(refused.headers.get('content-encoding')).toBe('gzip');
  const head = await get('/', { method: 'HEAD' });
  expect([head.headers.get('content-length'), await head.text()]).toEqual([
    String(Buffer.byteLength(home)),
    '',
  ]);
  expect((await get('/', { method: 'POST' })).status).toBe(405);
});

test('allows only own scripts, and WebAssembly only for the search', async () => {
  const policy = async (address: string): Promise<string> =>
    (await get(address)).headers.get('content-security-policy') ?? '';
  for (const address of ['/', '/nothing/', '/notices/2026/tingshui/', '/notices/2026/tingshui']) {
    expect(await policy(address)).toMatch(/default-src 'none'; script-src 'self';/);
    expect(await policy(address)).not.toMatch(/unsafe/);
  }
  expect(await policy('/search/')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(await policy('/pagefind/wasm.zh.pagefind')).toContain("'wasm-unsafe-eval'");
  // What editors uploaded. Chromium's viewer opens no PDF that has a sandbox.
  for (const address of ['/files/%E5%9B%BE.svg', '/_astro/V.SVG', '/files/biao.csv'])
    expect(await policy(address), address).toMatch(/default-src 'none';.*sandbox$/);
  expect(await policy('/files/biao.pdf')).not.toContain('sandbox');
  // A handout has inline styles and no script.
  expect(await policy('/handouts/xieshang.html')).toMatch(/style-src 'self' 'unsafe-inline'/);
  expect(await policy('/handouts/xieshang.html')).not.toMatch(/script-src/);
});

test('serves the site only below the base path', async () => {
  expect(await (await get('/hub/', {}, '/hub')).text()).toBe(home);
  expect((await get('/hub', {}, '/hub')).headers.get('location')).toBe('/hub/');
  expect((await get('/hub/notices/2026/tingshui', {}, '/hub')).headers.get('location')).toBe(
    '/hub/notices/2026/tingshui/',
  );
  expect((await get('/hubris/', {}, '/hub')).status).toBe(404);
});
