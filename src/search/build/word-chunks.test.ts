import { expect, test } from 'vitest';
import { ChunkCutter } from './word-chunks.ts';
import type { Bounds, Word } from './word-chunks.ts';

/** A word on one page with a number of positions; it counts as one more. */
const word = (name: string, places: number): Word => [
  name,
  [[1, Array.from({ length: places - 1 }, () => 1)]],
];

async function cut(...words: Word[]): Promise<[names: string, ...bounds: Bounds][]> {
  const files: [string, ...Bounds][] = [];
  const cutter = new ChunkCutter((kept, [from, to]) => {
    files.push([kept.map(([name]) => name).join(' '), from, to]);
    return Promise.resolve();
  });
  for (const each of words) await cutter.add(each);
  await cutter.end();
  return files;
}

test('puts words that fit into one file, with their beginnings as bounds', async () => {
  expect(await cut(word('aa01', 2500), word('bb01', 2500))).toEqual([['aa01 bb01', 'aa', 'bbzz']]);
});

test('ends a file before the word that would make it too large', async () => {
  expect(await cut(word('aa01', 2500), word('bb01', 2501), word('cc01', 10))).toEqual([
    ['aa01', 'aa', 'aazz'],
    ['bb01 cc01', 'bb', 'cczz'],
  ]);
});

test('keeps words with the same beginning together', async () => {
  expect(await cut(word('aa01', 3000), word('bb01', 1500), word('bb02', 1500), word('cc01', 1))).toEqual([
    ['aa01', 'aa', 'aazz'],
    ['bb01 bb02 cc01', 'bb', 'cczz'],
  ]);
});

test('splits a large beginning into several files, with whole words as bounds', async () => {
  expect(
    await cut(word('aa01', 10), word('bb01', 3000), word('bb02', 2000), word('bb03', 1), word('cc01', 1)),
  ).toEqual([
    ['aa01', 'aa', 'aazz'],
    ['bb01 bb02', 'bb01', 'bb02'],
    ['bb03', 'bb03', 'bb03'],
    ['cc01', 'cc', 'cczz'],
  ]);
});

test('writes no file without words', async () => {
  expect(await cut()).toEqual([]);
});
