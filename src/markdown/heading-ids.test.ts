import { expect, test } from 'vitest';
import { withHeadingId } from './heading-ids.ts';
import { renderMarkdown } from './render.ts';

test.each([
  ['/a/#第一章-总则', '/a/#h-第一章-总则'],
  ['/a/#第一章　总则', '/a/#h-第一章-总则'],
  ['/a/#%E6%80%BB%E5%88%99', '/a/#h-总则'],
  ['/a/#h-总则', '/a/#h-总则'],
  ['/a/#fn-1', '/a/#fn-1'],
  ['/a/#decisions-3', '/a/#decisions-3'],
  ['/a/#top', '/a/#top'],
  ['/a/', '/a/'],
  ['/a/#', '/a/#'],
  ['/a/#%', '/a/#h-section'],
])('points a link to another page at an id: %s', (href, expected) =>
  expect(withHeadingId(href)).toBe(expected),
);

test('finds an id by the words of its heading, also in a text with its own prefix', () => {
  const { places, placeCalled } = renderMarkdown('## 总则[^1]\n\n[^1]: 注', { idPrefix: 'a-' });
  expect(places).toEqual(['a-总则', 'fnref-a-1', 'fn-a-1']);
  expect(['总则', 'a-总则', '附则'].map(placeCalled)).toEqual(['a-总则', 'a-总则', undefined]);
});
