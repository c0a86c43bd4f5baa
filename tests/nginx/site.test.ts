import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../admin/server/serving/serve-site.ts';
import { siteConfiguration } from '../../scripts/nginx/site-configuration.ts';
import { findNginx, startNginx } from './nginx-process.ts';
import type { RunningNginx } from './nginx-process.ts';
import { ask, freePort } from './raw-request.ts';
import type { RawAnswer } from './raw-request.ts';

const nginx = await findNginx();

/** A site with a file of every kind. */
const files = [
  ...['index.html', '404.html', 'elder/index.html', 'elder/404.html', 'notices/2026/tingshui/index.html'],
  ...[
    'notices/2026/tingshui/calendar.ics',
    'search/index.html',
    'elder/search/index.html',
    'handouts/a.html',
  ],
  ...['pagefind/pagefind.js', 'pagefind/pagefind-entry.json', 'pagefind/wasm.zh.pagefind', 'pagefind/a.svg'],
  ...['pagefind/index/zh-cn_3ecfaf5.pf_index', '_astro/a.B1x_-2.css', '_astro/b.js', '_astro/c.avif'],
  ...['_astro/d.SVG', '_astro/e.svg', '_astro/f.woff2', '_astro/g.webp', 'favicon.svg', 'site.webmanifest'],
  ...['rss.xml', 'atom.xml', 'feed.json', 'sitemap-index.xml', 'robots.txt', 'sw.js', 'calendar.ics'],
  ...['paths/xieshang/offline.json', 'paths/xieshang/index.html', 'api/notices.json', 'moved.txt', 'LICENSE'],
  ...['files/notices/2026/a/表 1.pdf', 'files/notices/2026/a/图.svg', 'files/notices/2026/a/b.PDF'],
  ...['files/notices/2026/a/c.csv', 'files/notices/2026/a/d.docx', 'files/notices/2026/a/e.xlsx'],
  ...[
    'files/notices/2026/a/f.html',
    'files/notices/2026/a/g.HTM',
    'files/notices/2026/a/h',
    'files/i.svg.png',
  ],
  ...['files/j.png', 'files/k.jpeg', 'files/l.xhtml', 'files/m.pdf.html', 'files/n.js', 'share/o.jpg'],
  ...['materials/p.mp3', 'materials/q.wasm', 'materials/r.md', 'materials/s.zip', '.hidden', 'empty/.keep'],
  ...['searching/index.html', 'handouts-old/index.html', 'long/index.html', '100%/index.html'],
];

test('a folder that does not end with the base path is refused', () => {
  const options = { siteUrl: 'http://hub.example', basePath: '/hub' };
  expect(() => siteConfiguration({ ...options, root: '/srv/www' })).toThrow('has to end with "/hub"');
  expect(siteConfiguration({ ...options, basePath: '/a/hub' })).toContain('root /srv/hub;');
});

test('nginx listens at the port of the address', () => {
  const at = (siteUrl: string): string[] => siteConfiguration({ siteUrl }).match(/listen [^[;]+;/g) ?? [];
  expect(at('https://hub.example:8443')).toEqual(['listen 80;', 'listen 8443 ssl http2;']);
  expect(at('http://hub.example:8080')).toEqual(['listen 8080;']);
  expect(siteConfiguration({ siteUrl: 'http://hub.example' })).not.toContain('Strict-Transport-Security');
  expect(siteConfiguration({ siteUrl: 'https://hub.example' })).toContain('Strict-Transport-Security');
});

let data: string;
let ours: ReturnType<typeof serve>;
let ourPort: number;

describe.skipIf(nginx === undefined).each(['', '/hub'])('below "%s/"', (basePath) => {
  let running: RunningNginx;
  let port: number;

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'hub-site-'));
    const site = path.join(data, 'releases/1/site');
    for (const name of files) {
      await mkdir(path.dirname(path.join(site, name)), { recursive: true });
      await writeFile(path.join(site, name), name === 'long/index.html' ? '长'.repeat(1000) : name);
    }
    const about = { id: '1', commit: 'c', content: 't', code: 'dev', builtAt: '2026-03-15T00:00:00Z', ms: 1 };
    await writeFile(path.join(data, 'releases/1/release.json'), JSON.stringify(about));
    await symlink('releases/1', path.join(data, 'live'));
    // The folder has the name of the base path.
    await symlink(site, path.join(data, 'hub'));
    ours = serve({ fetch: (request) => serveSite(data, basePath, request), port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => ours.once('listening', resolve));
    ourPort = (ours.address() as AddressInfo).port;
    port = await freePort();
    const ports = { http: `127.0.0.1:${String(port)}`, https: '' };
    const root = basePath === '' ? site : path.join(data, 'hub');
    const siteUrl = 'http://hub.example.edu.cn';
    running = await startNginx(nginx ?? '', siteConfiguration({ siteUrl, basePath, root, ports }), port);
  });
  afterAll(async () => {
    await running.stop();
    ours.close();
    await rm(data, { recursive: true, force: true });
  });

  const address = (name: string): string =>
    `${basePath}/${name.split('/').map(encodeURIComponent).join('/')}`;

  test('every kind of file has the same headers as from our server', async () => {
    const asked = files.map((name) => address(name.replace(/(^|\/)index\.html$/, '$1')));
    expect(await differences(port, asked)).toEqual([]);
    const policies = new Set(
      await Promise.all(
        asked.map(async (each) => (await ask(port, each)).headers['content-security-policy']),
      ),
    );
    expect(policies.size).toBe(4);
  });

  test('missing pages, folders, redirects and odd spellings are answered alike', async () => {
    const asked = [
      ...[
        'nothing/',
        'nothing',
        'elder/nothing/',
        'search/nothing',
        'handouts/nothing.html',
        'files/nothing.svg',
      ],
      ...[
        '_astro/nothing.js',
        'pagefind/nothing_abcdef0.pf_index',
        'notices/2026/tingshui',
        'elder',
        'search',
      ],
      ...['notices/2026/tingshui?from=feed&a=%2F', 'notices/2026/', 'files/', '_astro/'],
      ...['empty/', '.hidden', 'empty/.keep', '%2ehidden', '.git/config', 'elder/.htaccess'],
      ...[
        'favicon%2Esvg',
        '%66avicon.svg',
        'files%2Fi.svg.png',
        '/favicon.svg',
        'files//j.png',
        './favicon.svg',
      ],
      ...['handouts/../favicon.svg', 'handouts/%2e%2e/favicon.svg', 'search/../'],
      ...['..%5crelease.json', '100%25/', '100%25'],
      ...['favicon.svg/', 'index.html/', 'long', 'LICENSE?', 'rss.xml?v=1', '404.html', 'elder/404.html'],
      ...[`search/?q=${'%E9%95%BF'.repeat(1500)}`, `${'a'.repeat(300)}/`, 'a:b'],
    ].map((each) => `${basePath}/${each}`);
    expect(await differences(port, asked)).toEqual([]);
  });

  test('nothing outside the site is sent', async () => {
    for (const way of [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..\\',
      '..%5c',
      'files/../../',
      '_astro/..%2f..%2f',
    ]) {
      for (const name of ['releases/1/release.json', 'release.json', '../../../../etc/passwd']) {
        const asked = `${basePath}/${way}${name}`;
        for (const { status, body } of [await ask(port, asked), await ask(ourPort, asked)]) {
          expect([asked, [400, 404].includes(status)]).toEqual([asked, true]);
          expect(body).not.toMatch(/builtAt|root:/);
        }
      }
    }
  });

  test('a folder without a page leads to the page that says so', async () => {
    for (const name of ['notices/2026', 'files', 'empty', '_astro']) {
      const { status, headers } = await ask(port, `${basePath}/${name}`);
      expect([status, headers.location]).toEqual([301, `${basePath}/${name}/`]);
      expect((await ask(port, headers.location ?? '')).body).toBe('404.html');
    }
  });

  test('redirects name no other host, port or scheme, whatever the request says', async () => {
    for (const name of [
      'notices/2026/tingshui',
      'elder',
      '/evil.example/..',
      '/evil.example',
      'search?a=b',
    ]) {
      for (const host of ['evil.example', 'hub.example.edu.cn:8080', '[::1]']) {
        const { headers } = await ask(port, `${basePath}/${name}`, { headers: { host } });
        expect(headers.location ?? '/').toMatch(/^\/(?!\/)/);
      }
    }
  });

  test('other methods and broken addresses are refused, with the headers for security', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PROPFIND']) {
      const { status, headers } = await ask(port, `${basePath}/`, { method });
      expect([method, status]).toEqual([method, 405]);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    for (const broken of ['%00', '%', '%zz']) {
      expect([broken, (await ask(port, `${basePath}/${broken}`)).status]).toEqual([broken, 400]);
    }
    const post = { method: 'POST', headers: { 'content-length': String(1024 * 1024) } };
    expect((await ask(port, `${basePath}/`, post)).status).toBe(413);
  });

  test('text is compressed and unchanged files are not sent again', async () => {
    const accept = { 'accept-encoding': 'gzip' };
    const long = await ask(port, address('long/'), { headers: accept });
    expect([long.headers['content-encoding'], long.headers.vary]).toEqual(['gzip', 'Accept-Encoding']);
    const picture = await ask(port, address('files/j.png'), { headers: accept });
    expect(picture.headers['content-encoding']).toBeUndefined();
    const since = { 'if-modified-since': picture.headers['last-modified'] ?? '' };
    const again = await ask(port, address('files/j.png'), { headers: since });
    expect([again.status, again.headers['content-security-policy']]).toEqual([
      304,
      picture.headers['content-security-policy'],
    ]);
  });
});

/** Headers that say when, how often and by what program a file was sent. */
const own = new Set([
  ...[
    'date',
    'server',
    'etag',
    'last-modified',
    'connection',
    'keep-alive',
    'content-length',
    'accept-ranges',
  ],
  ...['transfer-encoding', 'vary'],
]);

const comparable = ({ status, headers }: RawAnswer): Record<string, unknown> => ({
  status,
  ...Object.fromEntries(
    Object.entries(headers)
      // nginx describes the text of a redirect, which no one sees.
      .filter(([name]) => !own.has(name) && !(status === 301 && name === 'content-type'))
      .toSorted(([a], [b]) => a.localeCompare(b)),
  ),
});

async function differences(port: number, asked: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const each of asked) {
    const [theirs, mine] = (await Promise.all([ask(port, each), ask(ourPort, each)])).map(comparable);
    for (const name of new Set([...Object.keys(theirs ?? {}), ...Object.keys(mine ?? {})])) {
      const [nginxSays, weSay] = [String(theirs?.[name]), String(mine?.[name])];
      if (nginxSays !== weSay) found.push(`${each} ${name}: nginx ${nginxSays}, we ${weSay}`);
    }
  }
  return found;
}
