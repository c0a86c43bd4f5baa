import { expect, test } from 'vitest';
import { pageAddress, pageNumbers, pageParam, paginate, perPage } from './pagination.ts';

test('splits 25 entries into three pages of up to twelve', () => {
  const pages = paginate(
    Array.from({ length: 25 }, (_, n) => n),
    12,
  );
  expect(pages.map(({ items }) => items.length)).toEqual([12, 12, 1]);
  expect(pages[2]).toMatchObject({ number: 3, of: 3, total: 25, items: [24] });
});

test('gives an empty list one page', () => {
  const only = [{ items: [], number: 1, of: 1, total: 0 }];
  expect(paginate([], 12)).toEqual(only);
  expect(paginate([], perPage.whole)).toEqual(only);
});

test('keeps an unpaged list on one page, however long it is', () => {
  const items = Array.from({ length: 400 }, (_, n) => n);
  expect(paginate(items, perPage.whole)).toEqual([{ items, number: 1, of: 1, total: 400 }]);
});

test('gives a route the part of the address after the list', () => {
  expect(pageParam({ number: 1 })).toBeUndefined();
  expect(`/activities/${pageParam({ number: 2 }) ?? ''}/`).toBe(pageAddress('/activities/', 2));
});

test('gives the first page the address of the list', () => {
  expect([1, 2].map((number) => pageAddress('/activities/', number))).toEqual([
    '/activities/',
    '/activities/page/2/',
  ]);
});

test('shows both ends and the neighbours in a long pager', () => {
  expect(pageNumbers(10, 20)).toEqual([1, null, 9, 10, 11, null, 20]);
  expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
  expect(pageNumbers(1, 1)).toEqual([1]);
});
