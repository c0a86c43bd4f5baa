import { expect, test, vi } from 'vitest';
import { memoize } from './memoize.ts';

test('what came is kept, and asked for once', async () => {
  const kept = new Map<string, Promise<number>>();
  const begin = vi.fn(() => Promise.resolve(1));
  expect(await Promise.all([memoize(kept, 'a', begin), memoize(kept, 'a', begin)])).toEqual([1, 1]);
  expect(await memoize(kept, 'a', begin)).toBe(1);
  expect(begin).toHaveBeenCalledTimes(1);
});

test('a failure is not kept', async () => {
  const kept = new Map<string, Promise<number>>();
  await expect(memoize(kept, 'a', () => Promise.reject(new Error('no line')))).rejects.toThrow('no line');
  expect(kept.size).toBe(0);
  expect(await memoize(kept, 'a', () => Promise.resolve(2))).toBe(2);
});

test('who joins an attempt that then fails tries anew, all of them together', async () => {
  const kept = new Map<string, Promise<number>>();
  const first = Promise.withResolvers<number>();
  const again = vi.fn(() => Promise.resolve(3));
  const before = memoize(kept, 'a', () => first.promise);
  const joined = [memoize(kept, 'a', again), memoize(kept, 'a', again)];
  first.reject(new Error('no line'));
  await expect(before).rejects.toThrow('no line');
  expect(await Promise.all(joined)).toEqual([3, 3]);
  expect(again).toHaveBeenCalledTimes(1);
  expect(await memoize(kept, 'a', again)).toBe(3);
});

test('who joins and sees the second attempt fail too is told so', async () => {
  const kept = new Map<string, Promise<number>>();
  const first = Promise.withResolvers<number>();
  void memoize(kept, 'a', () => first.promise).catch(() => undefined);
  const joined = memoize(kept, 'a', () => Promise.reject(new Error('still no line')));
  first.reject(new Error('no line'));
  await expect(joined).rejects.toThrow('still no line');
  expect(kept.size).toBe(0);
});
