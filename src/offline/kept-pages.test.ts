import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assetsCache, header, mostPages, pagesCache } from './cache-names.ts';
import { eraseAll, forgetPage, keepPage } from './kept-pages.ts';
import { MemoryCaches } from '../../tests/support/memory-caches.ts';

let kept: MemoryCaches;
/** What the site has below `_astro/`. */
let site: Record<string, string>;
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  kept = new MemoryCaches();
  site = {
    'a.css': 'a{}',
    'a.js': 'import"./b.js";import("./late.js")',
    'b.js': '',
    'late.js': '',
    'new.css': 'b{}',
  };
  asked = [];
  vi.stubGlobal('caches', kept);
  vi.stubGlobal('fetch', (address: string) => {
    const name = address.replace('/_astro/', '');
    asked.push(name);
    const text = site[name];
    return Promise.resolve(new Response(text ?? null, { status: text === undefined ? 404 : 200 }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const html = (css: string, more = ''): string =>
  `<title>协商</title><link href="/_astro/${css}"><script src="/_astro/a.js"></script>${more}`;
const keep = (name: string, text: string, more = {}): Promise<boolean> =>
  keepPage(new Response(text), { base: '/', address: `https://hub.example/${name}/`, ...more });

async function namesIn(cache: string): Promise<string[]> {
  return (await (await kept.open(cache)).keys()).map(({ url }) => new URL(url).pathname).sort();
}
const assets = async (): Promise<string[]> =>
  (await namesIn(assetsCache)).map((name) => name.replace('/_astro/', ''));
/** New files are kept for a while. */
const anHourLater = (): void => void vi.setSystemTime(Date.now() + 3_600_000);

test('stores a page with its style sheets, scripts and their static imports', async () => {
  expect(await keep('x', html('a.css'))).toBe(true);
  expect(await namesIn(pagesCache)).toEqual(['/x/']);
  expect(await assets()).toEqual(['a.css', 'a.js', 'b.js']);
});

test('does not store a page with a missing file, and keeps the earlier copy', async () => {
  await keep('x', html('a.css'));
  await expect(keep('x', html('gone.css'))).rejects.toThrow('gone.css');
  const page = await kept.match('/x/', { cacheName: pagesCache });
  expect(await page?.text()).toContain('a.css');
});

test('stores the picture size that the browser chose, or else the smallest', async () => {
  Object.assign(site, {
    'p.AAAAAAAA_1.webp': 'small',
    'p.AAAAAAAA_2.webp': 'large',
    'q.AAAAAAAA_1.webp': 'small',
  });
  await (await kept.open(assetsCache)).put('/_astro/p.AAAAAAAA_2.webp', new Response('large'));
  const pictures =
    '<img srcset="/_astro/p.AAAAAAAA_1.webp 1x, /_astro/p.AAAAAAAA_2.webp 2x"><img src="/_astro/q.AAAAAAAA_0.jpeg" srcset="/_astro/q.AAAAAAAA_1.webp">';
  await keep('x', html('a.css', pictures));
  expect((await assets()).filter((name) => name.endsWith('.webp'))).toEqual([
    'p.AAAAAAAA_2.webp',
    'q.AAAAAAAA_1.webp',
  ]);
});

test('drops files when no stored page names them any more', async () => {
  await keep('x', html('a.css'), { loaded: ['late.js'] });
  await keep('y', html('a.css'));
  anHourLater();
  await keep('x', html('new.css'));
  expect(await assets()).toEqual(['a.css', 'a.js', 'b.js', 'late.js', 'new.css']);
  await keep('y', html('new.css'));
  expect(await assets()).toEqual(['a.js', 'b.js', 'late.js', 'new.css']);
});

test('keeps a new file, because its page may not be stored yet', async () => {
  await keep('x', html('a.css'));
  await (
    await kept.open(assetsCache)
  ).put('/_astro/soon.js', new Response('', { headers: { [header.kept]: String(Date.now()) } }));
  await keep('x', html('new.css'));
  expect(await assets()).toContain('soon.js');
});

test('drops the oldest pages, but not a pinned one', async () => {
  await keep('offline', html('a.css'), { pinned: 'r1' });
  for (let page = 0; page < mostPages + 3; page++) {
    vi.setSystemTime(Date.now() + 1000);
    await keep(`p${String(page)}`, html('a.css'));
  }
  const names = await namesIn(pagesCache);
  expect(names).toHaveLength(mostPages + 1);
  expect(names).toContain('/offline/');
  expect(names).not.toContain('/p2/');
  expect(names).toContain('/p3/');
});

test('does not store a page that was pending during an erasure', async () => {
  await keep('x', html('a.css'));
  const late = keep('y', html('a.css'), { wait: 20 });
  await eraseAll();
  expect(await late).toBe(false);
  expect(await kept.keys()).toEqual([]);
});

test('drops a page that the site removed', async () => {
  await keep('x', html('a.css'));
  await forgetPage('https://hub.example/x/');
  expect(await namesIn(pagesCache)).toEqual([]);
});
