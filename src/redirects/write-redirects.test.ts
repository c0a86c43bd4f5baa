import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeRedirects } from './write-redirects.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-moved-'));
  for (const name of [
    'paths/xin/index.html',
    'paths/xin/booklet/index.html',
    'paths/xin/offline.json',
    'paths/xin/calendar.ics',
    'elder/paths/xin/calendar.ics',
    'files/paths/xin/表/登记表.pdf',
    'elder/paths/xin/index.html',
    'paths/bie/index.html',
  ]) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(
      path.join(folder, name),
      `<html lang="zh-CN"${name.startsWith('elder/') ? ' data-view="elder"' : ''}><title>民情 &amp; 协商 - 共建</title><meta name="ArticleTitle" content="民情 &amp; 协商"><link rel="canonical" href="https://hub.example.cn/hub/paths/xin/"><link rel="stylesheet" href="/hub/_astro/site.css"><main data-pagefind-body>`,
    );
  }
});
afterEach(async () => {
  delete process.env['BASE_PATH'];
  await rm(folder, { recursive: true, force: true });
});
const page = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
const xin = { address: '/paths/xin/', formerly: ['/paths/jiu/', '/paths/lao/'] };

test('redirects every old address, with the pages below it, in both views', async () => {
  process.env['BASE_PATH'] = '/hub/';
  expect(await writeRedirects(folder, [xin, { address: '/paths/bie/', formerly: [] }])).toBe(6);
  for (const old of ['jiu', 'lao']) {
    expect(await page(`paths/${old}/index.html`)).toContain('content="0; url=/hub/paths/xin/"');
    expect(await page(`paths/${old}/booklet/index.html`)).toContain(
      '<a href="/hub/paths/xin/booklet/">民情 &amp; 协商</a>',
    );
    expect(await page(`elder/paths/${old}/index.html`)).toContain('content="0; url=/hub/elder/paths/xin/"');
  }
  expect(JSON.parse(await page('moved.json'))).toEqual({
    '/paths/jiu/': '/paths/xin/',
    '/paths/lao/': '/paths/xin/',
  });
});

test('keeps redirect pages out of search and names the canonical address', async () => {
  await writeRedirects(folder, [xin]);
  for (const name of ['paths/jiu/index.html', 'elder/paths/jiu/index.html']) {
    const html = await page(name);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<link rel="canonical" href="https://hub.example.cn/hub/paths/xin/">');
    expect(html).toContain('<title>民情 &amp; 协商 - 共建</title>');
    // With the style sheet of the target page, and nothing else from its head.
    expect(html.match(/<link .*?>/g)).toEqual([
      '<link rel="canonical" href="https://hub.example.cn/hub/paths/xin/">',
      '<link rel="stylesheet" href="/hub/_astro/site.css">',
    ]);
    expect(html).not.toContain('data-pagefind-body');
    expect(html).not.toContain('<script');
  }
});

test('nothing is written over, and a site where nothing moved has no page more', async () => {
  const real = await page('paths/bie/index.html');
  expect(await writeRedirects(folder, [{ ...xin, formerly: ['/paths/bie/'] }])).toBe(0);
  expect(await page('paths/bie/index.html')).toBe(real);
  const before = await readdir(folder, { recursive: true });
  expect(await writeRedirects(folder, [])).toBe(0);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(before.sort());
});

test('copies calendars and attached files, which a page cannot redirect', async () => {
  await writeRedirects(folder, [xin]);
  const found = async (below: string): Promise<string[]> =>
    (await readdir(path.join(folder, below), { recursive: true })).sort();
  expect(await found('paths/jiu')).toEqual(['booklet', 'booklet/index.html', 'calendar.ics', 'index.html']);
  expect(await found('elder/paths/jiu')).toEqual(['index.html']);
  expect(await found('files/paths/lao')).toEqual(['表', '表/登记表.pdf']);
  expect(await page('files/paths/lao/表/登记表.pdf')).toBe(await page('files/paths/xin/表/登记表.pdf'));
});

test('styles the redirect page like its view, for browsers that do not follow it', async () => {
  await writeRedirects(folder, [xin]);
  const [normal, elder] = [await page('paths/jiu/index.html'), await page('elder/paths/jiu/index.html')];
  for (const html of [normal, elder])
    expect(html).toContain('<link rel="stylesheet" href="/hub/_astro/site.css">');
  expect(normal).not.toContain('data-view');
  expect(elder).toContain('<html lang="zh-CN" data-view="elder">');
});
