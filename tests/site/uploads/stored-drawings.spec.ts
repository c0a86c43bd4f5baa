/** Drawings as they are stored, opened in Chromium: none runs, fetches or looks other than what the editor uploaded. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { securityHeaders } from '../../../admin/server/serving/security-headers.ts';
import { cleanSvg } from '../../../src/media/svg-safety.ts';
import { goodSvgs } from '../../support/stored-files/good-svgs.ts';
import { hostileSvgs } from '../../support/stored-files/hostile-svgs.ts';

/**
 * Serves files by path. Those below /headers/ have the headers of our server for a file of an editor, except that pages
 * may frame them: so one page can hold all of them.
 */
async function serve(files: ReadonlyMap<string, Buffer | string>) {
  const asked: string[] = [];
  const framed = Object.entries(securityHeaders('file')).map(
    ([name, value]) => [name, value.replace("; frame-ancestors 'none'", '')] as const,
  );
  const server = createServer((request, response) => {
    const address = decodeURI(request.url ?? '/');
    const content = files.get(address.replace(/^\/headers/, ''));
    if (content === undefined) asked.push(address);
    const headers = address.startsWith('/headers/') ? Object.fromEntries(framed) : {};
    const type = address.endsWith('.html') ? 'text/html; charset=utf-8' : 'image/svg+xml';
    response.writeHead(content === undefined ? 404 : 200, { ...headers, 'Content-Type': type });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return { origin, asked, close: () => server.close() };
}

const stored = new Map<string, Buffer>();
const uploaded = new Map<string, Buffer>();
for (const [index, [, file]] of [...goodSvgs, ...hostileSvgs].entries()) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const clean = await cleanSvg(bytes);
  uploaded.set(`/uploaded/${String(index)}.svg`, bytes);
  if (!('fault' in clean)) stored.set(`/stored/${String(index)}.svg`, clean.bytes);
}
const blank = '<!DOCTYPE html><title>.</title><body>';
const pageOf = (each: (address: string) => string): string =>
  `${blank}${[...stored.keys()].map(each).join('')}`;
const files = new Map<string, Buffer | string>([
  ...stored,
  ...uploaded,
  ['/blank.html', blank],
  ['/pictures.html', pageOf((address) => `<img src="${address}" width="60">`)],
  ['/documents.html', pageOf((address) => `<iframe src="${address}" width="60"></iframe>`)],
  [
    '/documents-with-headers.html',
    pageOf((address) => `<iframe src="/headers${address}" width="60"></iframe>`),
  ],
]);

let server: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => {
  server = await serve(files);
});
test.afterAll(() => {
  server.close();
});

test('no stored drawing runs or fetches anything, opened alone or as a picture, with our headers or without', async ({
  page,
}) => {
  page.on('dialog', (dialog) => {
    server.asked.push('dialog');
    void dialog.dismiss();
  });
  expect(stored.size).toBeGreaterThanOrEqual(goodSvgs.length + 10);
  for (const name of ['pictures', 'documents', 'documents-with-headers']) {
    const asked: string[] = [];
    const note = (request: { url(): string }): void => {
      if (!request.url().startsWith('data:'))
        asked.push(new URL(request.url()).pathname.replace(/^\/headers/, ''));
    };
    page.on('request', note);
    await page.goto(`${server.origin}/${name}.html`, { waitUntil: 'load' });
    page.off('request', note);
    // Each drawing itself, and nothing else.
    expect(asked.filter((each) => !each.endsWith('.html')).sort()).toEqual([...stored.keys()].sort());
  }
  expect(server.asked.filter((each) => each !== '/favicon.ico')).toEqual([]);
});

test('this browser runs such drawings when they are served as they were uploaded', async ({ page }) => {
  const ran: string[] = [];
  for (const [index, [name, , refused]] of hostileSvgs.entries()) {
    if (refused !== '里面有脚本' && refused !== '里面有文档类型定义') continue;
    const before = server.asked.length;
    await page.goto(`${server.origin}/uploaded/${String(goodSvgs.length + index)}.svg`);
    if (server.asked.slice(before).some((each) => each.startsWith('/ran'))) ran.push(name);
  }
  expect(ran).toContain('a default attribute of the root');
  expect(ran).toContain('a script between CDATA that looks like a comment');
  expect(ran.length).toBeGreaterThan(8);
});

test('DOMPurify, a sanitizer by others, finds nothing to remove from what is stored', async ({ page }) => {
  await page.goto(`${server.origin}/blank.html`);
  await page.addScriptTag({ path: 'node_modules/dompurify/dist/purify.min.js' });
  const removed = await page.evaluate(
    ([drawings, uses]) => {
      const { DOMPurify } = window as unknown as { DOMPurify: Purifier };
      return drawings!.flatMap((text) => {
        DOMPurify.sanitize(text, {
          USE_PROFILES: { svg: true, svgFilters: true },
          ADD_TAGS: uses!,
          ADD_ATTR: (attribute: string) => !/^on|src|action|data|xlink|^xmlns:/i.test(attribute),
        });
        // It removes the page that it puts around each drawing.
        return DOMPurify.removed
          .map(({ element, attribute }) => element?.nodeName ?? attribute?.name ?? '')
          .filter((name) => name !== 'BODY');
      });
    },
    // References within the drawing, which were checked for their cost.
    [[...stored.values(), hostileSvgs[0]![1]].map(String), ['use', 'switch']],
  );
  // The last one is a drawing as it was sent.
  expect(removed).toEqual(['script']);
});

interface Purifier {
  sanitize(text: string, settings: object): string;
  removed: { element?: Element; attribute?: Attr }[];
}

test('every drawing that is kept looks as it was uploaded', async ({ page }) => {
  await page.goto(`${server.origin}/blank.html`);
  const pairs = goodSvgs.map(([name], index) => [
    name,
    `/uploaded/${String(index)}.svg`,
    `/stored/${String(index)}.svg`,
  ]);
  const different = await page.evaluate(async (all) => {
    const pixels = async (address: string): Promise<string> => {
      const image = new Image();
      image.src = address;
      if (
        !(await image.decode().then(
          () => true,
          () => false,
        ))
      )
        return `${address} cannot be decoded`;
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [240, 180];
      canvas.getContext('2d')!.drawImage(image, 0, 0, 240, 180);
      return canvas.toDataURL();
    };
    const blank = document.createElement('canvas');
    [blank.width, blank.height] = [240, 180];
    const found: string[] = [];
    for (const [name, before, after] of all) {
      const drawn = await pixels(after!);
      if (drawn === blank.toDataURL() || !drawn.startsWith('data:'))
        found.push(`${name!}: ${drawn.slice(0, 60)}`);
      const original = await pixels(before!);
      // Chromium draws nothing of a file in GBK, which other programs read.
      if (drawn !== original && original.startsWith('data:')) found.push(name!);
    }
    return found;
  }, pairs);
  expect(different).toEqual([]);
});
