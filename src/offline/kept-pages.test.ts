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
/** Files that have just come are spared. */
const anHourLater = (): void => void vi.setSystemTime(Date.now() + 3_600_000);

test('a page is kept with its sheets, scripts and what these import at once', async () => {
  expect(await keep('x', html('a.css'))).toBe(true);
  expect(await namesIn(pagesCache)).toEqual(['/x/']);
  expect(await assets()).toEqual(['a.css', 'a.js', 'b.js']);
});

test('a page that lacks a file is not kept, and the copy before stays', async () => {
  await keep('x', html('a.css'));
  await expect(keep('x', html('gone.css'))).rejects.toThrow('gone.css');
  const page = await kept.match('/x/', { cacheName: pagesCache });
  expect(await page?.text()).toContain('a.css');
});

test('of a picture the size that the browser chose is kept, else the smallest', async () => {
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

test('files go when no kept page names them any more, and not before', async () => {
  await keep('x', html('a.css'), { loaded: ['late.js'] });
  await keep('y', html('a.css'));
  anHourLater();
  await keep('x', html('new.css'));
  expect(await assets()).toEqual(['a.css', 'a.js', 'b.js', 'late.js', 'new.css']);
  await keep('y', html('new.css'));
  expect(await assets()).toEqual(['a.js', 'b.js', 'late.js', 'new.css']);
});

test('a file that has just come is spared: its page may be on the way', async () => {
  await keep('x', html('a.css'));
  await (
    await kept.open(assetsCache)
  ).put('/_astro/soon.js', new Response('', { headers: { [header.kept]: String(Date.now()) } }));
  await keep('x', html('new.css'));
  expect(await assets()).toContain('soon.js');
});

test('the oldest pages make room, but not the one that is pinned', async () => {
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

test('what is under way when the reader has everything erased is not kept', async () => {
  await keep('x', html('a.css'));
  const late = keep('y', html('a.css'), { wait: 20 });
  await eraseAll();
  expect(await late).toBe(false);
  expect(await kept.keys()).toEqual([]);
});

test('a page the site has taken back is forgotten', async () => {
  await keep('x', html('a.css'));
  await forgetPage('https://hub.example/x/');
  expect(await namesIn(pagesCache)).toEqual([]);
});
