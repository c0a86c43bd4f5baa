import { expect, test } from 'vitest';
import { keptTypes } from '../../../src/model/files/file-names.ts';
import { isCompressible, mediaTypeOf } from './media-types.ts';

test.each([
  ['index.html', 'text/html; charset=utf-8', true],
  ['_astro/a.B1.css', 'text/css; charset=utf-8', true],
  ['sw.js', 'text/javascript; charset=utf-8', true],
  ['api/notices.json', 'application/json; charset=utf-8', true],
  ['site.webmanifest', 'application/manifest+json; charset=utf-8', true],
  ['rss.xml', 'application/xml; charset=utf-8', true],
  ['robots.txt', 'text/plain; charset=utf-8', true],
  ['index.md', 'text/markdown; charset=utf-8', true],
  ['表格.csv', 'text/csv; charset=utf-8', true],
  ['calendar.ics', 'text/calendar; charset=utf-8', true],
  ['图.svg', 'image/svg+xml', true],
  ['图.PNG', 'image/png', false],
  ['a.jpg', 'image/jpeg', false],
  ['a.jpeg', 'image/jpeg', false],
  ['a.gif', 'image/gif', false],
  ['a.webp', 'image/webp', false],
  ['a.avif', 'image/avif', false],
  ['a.woff2', 'font/woff2', false],
  ['a.pdf', 'application/pdf', false],
  ['a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', false],
  ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
  ['pagefind/wasm.zh.pagefind', 'application/octet-stream', false],
  ['LICENSE', 'application/octet-stream', false],
])('%s is sent as %s, compressible: %s', (name, type, packed) => {
  expect(mediaTypeOf(name)).toBe(type);
  expect(isCompressible(type)).toBe(packed);
});

test('every file type for uploads has a media type', () => {
  const without = keptTypes.filter((each) => mediaTypeOf(`a.${each}`) === 'application/octet-stream');
  expect(without).toEqual([]);
});
