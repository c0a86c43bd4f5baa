import { expect, test, vi } from 'vitest';
import { memoize } from './memoize.ts';

test('keeps the result, and starts only once', async () => {
  const kept = new Map<string, Promise<number>>();
  const begin = vi.fn(() => Promise.resolve(1));
  expect(await Promise.all([memoize(kept, 'a', begin), memoize(kept, 'a', begin)])).toEqual([1, 1]);
  expect(await memoize(kept, 'a', begin)).toBe(1);
  expect(begin).toHaveBeenCalledTimes(1);
});

test('does not keep a failure', async () => {
  const kept = new Map<string, Promise<number>>();
  await expect(memoize(kept, 'a', () => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
  expect(kept.size).toBe(0);
  expect(await memoize(kept, 'a', () => Promise.resolve(2))).toBe(2);
});

test('starts one new attempt for all callers that joined a failed one', async () => {
  const kept = new Map<string, Promise<number>>();
  const first = Promise.withResolvers<number>();
  const again = vi.fn(() => Promise.resolve(3));
  const before = memoize(kept, 'a', () => first.promise);
  const joined = [memoize(kept, 'a', again), memoize(kept, 'a', again)];
  first.reject(new Error('offline'));
  await expect(before).rejects.toThrow('offline');
  expect(await Promise.all(joined)).toEqual([3, 3]);
  expect(again).toHaveBeenCalledTimes(1);
  expect(await memoize(kept, 'a', again)).toBe(3);
});

test('rejects when the second attempt fails too', async () => {
  const kept = new Map<string, Promise<number>>();
  const first = Promise.withResolvers<number>();
  void memoize(kept, 'a', () => first.promise).catch(() => undefined);
  const joined = memoize(kept, 'a', () => Promise.reject(new Error('still offline')));
  first.reject(new Error('offline'));
  await expect(joined).rejects.toThrow('still offline');
  expect(kept.size).toBe(0);
});

test('a late failure does not remove what has replaced it', async () => {
  const kept = new Map<string, Promise<number>>();
  const first = Promise.withResolvers<number>();
  const earlier = memoize(kept, 'a', () => first.promise);
  // A new release of the site: the old index goes, and another is opened.
  kept.delete('a');
  const later = memoize(kept, 'a', () => Promise.resolve(4));
  first.reject(new Error('offline'));
  await expect(earlier).rejects.toThrow('offline');
  expect(kept.get('a')).toBe(later);
});
