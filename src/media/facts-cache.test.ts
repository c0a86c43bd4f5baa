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

const never = (): Promise<Buffer> => Promise.reject(new Error('It was read again.'));

/** The line is written a moment after the answer. */
async function written(): Promise<string> {
  for (;;) {
    const [name] = await readdir(folder);
    if (name !== undefined) return path.join(folder, name);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('the id is the one git gives', () => {
  expect(contentId(Buffer.from('hello\n'))).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
});

test('a file is read once, by whoever comes first, and known to every process after', async () => {
  const bytes = await png();
  const first = new FileFactsCache(folder);
  const asked = [1, 2, 3].map(() => first.of('one', () => Promise.resolve(bytes)));
  const [facts] = await Promise.all(asked);
  expect(facts).toMatchObject({ kind: 'png', width: 60, height: 40 });
  const file = await written();

  const other = new FileFactsCache(folder);
  expect(await other.of('one', never)).toEqual(facts);
  // A process that was killed while it wrote, and one that goes on.
  await appendFile(file, '["two",{"kind":"pn');
  const third = new FileFactsCache(folder);
  expect(await third.of('two', () => jpeg())).toMatchObject({ kind: 'jpg' });
  await expect
    .poll(() => new FileFactsCache(folder).of('two', never).catch(() => undefined))
    .toMatchObject({ kind: 'jpg' });
  expect(await other.of('two', never)).toMatchObject({ kind: 'jpg' });
});

test('many are asked for at once, and each gets its own answer', async () => {
  const book = new FileFactsCache(undefined);
  const widths = Array.from({ length: 20 }, (_, index) => 10 + index);
  const found = await Promise.all(widths.map((width) => book.of(String(width), () => png(width, 5))));
  expect(found.map(({ width }) => width)).toEqual(widths);
});

test('what could not be read is asked for again', async () => {
  const book = new FileFactsCache(folder);
  await expect(book.of('one', never)).rejects.toThrow('read again');
  expect(await book.of('one', () => png())).toMatchObject({ kind: 'png' });
});
