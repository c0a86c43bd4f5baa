import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentId, FileFactsCache } from './facts-cache.ts';
import { jpeg, png } from '../../tests/support/sample-pictures.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'facts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const never = (): Promise<Buffer> => Promise.reject(new Error('The file was read again.'));

/** Waits for the cache file, which is written shortly after the answer. */
async function cacheFile(): Promise<string> {
  for (;;) {
    const [name] = await readdir(folder);
    if (name !== undefined) return path.join(folder, name);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('gives the same id as git', () => {
  expect(contentId(Buffer.from('hello\n'))).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
});

test('reads a file once and shares its facts with every process', async () => {
  const bytes = await png();
  const first = new FileFactsCache(folder);
  const requests = [1, 2, 3].map(() => first.of('one', () => Promise.resolve(bytes)));
  const [facts] = await Promise.all(requests);
  expect(facts).toMatchObject({ kind: 'png', width: 60, height: 40 });
  const file = await cacheFile();

  const other = new FileFactsCache(folder);
  expect(await other.of('one', never)).toEqual(facts);
  // One process was killed while it wrote, and another one continues.
  await appendFile(file, '["two",{"kind":"pn');
  const third = new FileFactsCache(folder);
  expect(await third.of('two', () => jpeg())).toMatchObject({ kind: 'jpg' });
  await expect
    .poll(() => new FileFactsCache(folder).of('two', never).catch(() => undefined))
    .toMatchObject({ kind: 'jpg' });
  expect(await other.of('two', never)).toMatchObject({ kind: 'jpg' });
});

test('gives each of many concurrent requests its own answer', async () => {
  const cache = new FileFactsCache(undefined);
  const widths = Array.from({ length: 20 }, (_, index) => 10 + index);
  const found = await Promise.all(widths.map((width) => cache.of(String(width), () => png(width, 5))));
  expect(found.map(({ width }) => width)).toEqual(widths);
});

test('reads a file again after a failure', async () => {
  const cache = new FileFactsCache(folder);
  await expect(cache.of('one', never)).rejects.toThrow('read again');
  expect(await cache.of('one', () => png())).toMatchObject({ kind: 'png' });
});
