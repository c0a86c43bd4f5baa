import { expect, test } from 'vitest';
import { ChunkCutter } from './word-chunks.ts';
import type { Bounds, Word } from './word-chunks.ts';

/** A word on one page, with so many places: it counts for one more. */
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

test('words that fit lie in one file, bounded by their beginnings', async () => {
  expect(await cut(word('aa01', 2500), word('bb01', 2500))).toEqual([['aa01 bb01', 'aa', 'bbzz']]);
});

test('a file ends before the word that would make it too large', async () => {
  expect(await cut(word('aa01', 2500), word('bb01', 2501), word('cc01', 10))).toEqual([
    ['aa01', 'aa', 'aazz'],
    ['bb01 cc01', 'bb', 'cczz'],
  ]);
});

test('words that begin alike stay together', async () => {
  expect(await cut(word('aa01', 3000), word('bb01', 1500), word('bb02', 1500), word('cc01', 1))).toEqual([
    ['aa01', 'aa', 'aazz'],
    ['bb01 bb02 cc01', 'bb', 'cczz'],
  ]);
});

test('a beginning too large for one file fills several, bounded by whole words', async () => {
  expect(
    await cut(word('aa01', 10), word('bb01', 3000), word('bb02', 2000), word('bb03', 1), word('cc01', 1)),
  ).toEqual([
    ['aa01', 'aa', 'aazz'],
    ['bb01 bb02', 'bb01', 'bb02'],
    ['bb03', 'bb03', 'bb03'],
    ['cc01', 'cc', 'cczz'],
  ]);
});

test('without words there is no file', async () => {
  expect(await cut()).toEqual([]);
});
