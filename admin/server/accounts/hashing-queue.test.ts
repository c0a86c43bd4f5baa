import { expect, test } from 'vitest';
import { HashingQueue } from './hashing-queue.ts';
import { RecentFailures } from './recent-failures.ts';

/** A task that ends when it is told to. */
function heldTask(name: string, log: string[]) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    task: () => {
      log.push(name);
      return ended;
    },
    end: () => {
      end();
    },
  };
}

test('one at a time, the lowest rank first, in order of arrival', async () => {
  const queue = new HashingQueue();
  const log: string[] = [];
  const first = heldTask('first', log);
  const all = [queue.run(9, first.task)];
  for (const [name, rank] of [
    ['attack 1', 40],
    ['quiet 1', 0],
    ['attack 2', 41],
    ['quiet 2', 0],
    ['known device', -1],
  ] as const) {
    all.push(
      queue.run(rank, () => {
        log.push(name);
        return Promise.resolve();
      }),
    );
  }
  await Promise.resolve();
  expect(log).toEqual(['first']);
  first.end();
  await Promise.all(all);
  expect(log).toEqual(['first', 'known device', 'quiet 1', 'quiet 2', 'attack 1', 'attack 2']);
});

test('a task that fails gives its turn to the next', async () => {
  const queue = new HashingQueue();
  const failed = queue.run(0, () => Promise.reject(new Error('a fault')));
  const next = queue.run(0, () => Promise.resolve('next'));
  await expect(failed).rejects.toThrow('a fault');
  expect(await next).toBe('next');
  expect(await queue.run(0, () => Promise.resolve('later'))).toBe('later');
});

test('when too many wait, those of the loudest address are refused, and somebody from elsewhere is not', async () => {
  const queue = new HashingQueue();
  const first = heldTask('first', []);
  const held = queue.run(0, first.task);
  const attack = Array.from({ length: 300 }, (_, count) => queue.run(count, () => Promise.resolve('in')));
  const person = queue.run(0, () => Promise.resolve('in'));
  const results = Promise.allSettled(attack);
  first.end();
  await held;
  expect(await person).toBe('in');
  const refused = (await results).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(101);
  expect(refused[0]).toMatchObject({
    reason: { status: 503, message: '现在登录的人太多，请过一分钟再试。' },
  });
});

test('is under pressure only while several wait', async () => {
  const queue = new HashingQueue();
  const first = heldTask('first', []);
  const all = [queue.run(0, first.task)];
  for (let count = 0; count < 7; count++) all.push(queue.run(0, () => Promise.resolve()));
  expect(queue.isUnderPressure).toBe(false);
  all.push(queue.run(0, () => Promise.resolve()));
  expect(queue.isUnderPressure).toBe(true);
  first.end();
  await Promise.all(all);
  expect(queue.isUnderPressure).toBe(false);
});

test('failures count for an hour, within a bounded memory', () => {
  let now = 2 * 60 * 60_000;
  const recent = new RecentFailures(() => now);
  for (let count = 0; count < 3; count++) recent.add('evil');
  recent.remove('evil');
  recent.remove('nobody');
  expect([recent.count('evil'), recent.count('home')]).toEqual([2, 0]);
  now += 60 * 60_000;
  expect(recent.count('evil')).toBe(0);
  recent.add('evil');
  expect(recent.count('evil')).toBe(1);
  for (let count = 0; count < 10_000; count++) recent.add(`evil${String(count)}`);
  expect(recent.count('evil')).toBe(0);
  expect(recent.count('evil9999')).toBe(1);
});
