import { expect, test } from 'vitest';
import { textsOf } from '../../offline/manifest/path-texts.ts';
import type { ExcerptPart } from '../../search/query/excerpt.ts';
import { makeFinder } from './find-in-texts.ts';

const page = (title: string, inner: string): string =>
  `<html><body><nav>导航</nav><main data-pagefind-body><h1>${title}</h1>${inner}</main></body></html>`;

const texts = textsOf(
  new Map([
    [
      '/materials/liubu/',
      page(
        '协商六步',
        '<p>一条坡道，商量了三次。</p><h2 id="h-二-主体">第二步 主体</h2><p>请住在那里的人坐下来，ＡＢ两栋都要到。</p><p>后来发展得好。</p>',
      ),
    ],
    [
      '/quizzes/ziche/',
      page('自测', '<h2 id="q-1">第 1 题</h2><ul><li>居委会主任一人说了算</li><li>大家商量</li></ul>'),
    ],
    [
      '/my-study/',
      '<html><body><main data-search-name="我的学习"><h1>我的学习</h1><p>商量</p></main></body></html>',
    ],
  ]),
  '/hub/',
);
const find = makeFinder(texts);
const marked = (parts: readonly ExcerptPart[]): string[] =>
  parts.filter((part) => part.marked).map(({ text }) => text);

test('finds a part of a sentence under its heading', () => {
  const [found] = find('坐下来');
  expect(found?.address).toBe('/hub/materials/liubu/');
  expect(found?.places.map(({ address }) => address)).toEqual([
    `/hub/materials/liubu/#${encodeURIComponent('h-二-主体')}`,
  ]);
  expect(marked(found?.places[0]?.excerpt ?? [])).toEqual(['坐下来']);
});

test('links text above the first heading to the page', () => {
  expect(find('一条坡道')[0]?.places[0]?.address).toBe('/hub/materials/liubu/');
});

test.each([
  ['協商', '协商六步'],
  ['後來發展', '协商六步'],
  ['ab两栋', '协商六步'],
  ['ＡＢ兩棟', '协商六步'],
  ['第1题', '自测'],
  ['说了算 大家', '自测'],
  ['说了算，大家。', '自测'],
  ['“ＡＢ兩棟”？', '协商六步'],
])('finds %s in %s', (query, title) => {
  expect(find(query).map((found) => found.title.map(({ text }) => text).join(''))).toEqual([title]);
});

test('finds nothing in pages excluded from search, and nothing for an empty query', () => {
  expect(find('我的学习')).toEqual([]);
  expect(find('   ')).toEqual([]);
  expect(find('轨道交通')).toEqual([]);
});

test('finds every part of every section', () => {
  let tried = 0;
  for (const { address, sections } of texts.pages) {
    for (const { text, heading } of sections) {
      for (const whole of [text, heading]) {
        for (let start = 0; start < whole.length; start++) {
          for (let end = start + 1; end <= whole.length; end++) {
            const piece = whole.slice(start, end);
            if (piece.trim() === '') continue;
            tried++;
            const places = find(piece)
              .filter((found) => found.address === address)
              .flatMap((found) => found.places);
            expect(places.length, piece).toBeGreaterThan(0);
          }
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(300);
});
