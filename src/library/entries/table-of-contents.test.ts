import { expect, test } from 'vitest';
import { headingsShown } from './table-of-contents.ts';

const heading = (depth: number, text: string) => ({ depth, text, slug: text });

test('shows no table of contents for two headings', () => {
  expect(headingsShown([heading(2, '一'), heading(2, '二')])).toEqual([]);
});

test('shows two levels, counted from the highest one used', () => {
  const shown = headingsShown([heading(3, '一'), heading(4, '（一）'), heading(5, '1.'), heading(3, '二')]);
  expect(shown.map(({ depth, text }) => [depth, text])).toEqual([
    [2, '一'],
    [3, '（一）'],
    [2, '二'],
  ]);
});

test('shows only the chapters of a long law', () => {
  const chapters = Array.from({ length: 8 }, (_, n) => [
    heading(2, `第${String(n)}章`),
    ...Array.from({ length: 9 }, (_each, m) => heading(3, `${String(n)}.${String(m)}`)),
  ]).flat();
  expect(headingsShown(chapters)).toHaveLength(8);
});
