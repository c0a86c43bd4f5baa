import { beforeEach, describe, expect, test } from 'vitest';
import { SignInFailures } from './sign-in-failures.ts';
import { Refusal } from '../../shared/refusal.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let now: number;
let failures: SignInFailures;
beforeEach(() => {
  now = 0;
  failures = new SignInFailures(() => now);
});

const attacked = ['zhang', 'li', 'wang'];
const accounts = [...attacked, 'sun'];
let salt = 'first';
const attempt = (name: string, place: string) => ({
  name,
  place,
  salt: accounts.includes(name) ? salt : undefined,
});

/** Whether the password was looked at, and for a right one: whether the person is in. */
function tries(name: string, place: string, right = false): boolean {
  try {
    failures.begin(attempt(name, place));
  } catch (error) {
    if (error instanceof Refusal && error.status === 429) return false;
    throw error;
  }
  if (right) failures.succeeded(attempt(name, place));
  return true;
}

const refusalOf = (name: string, place: string): Refusal => {
  try {
    failures.begin(attempt(name, place));
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('It was not refused.');
};

test('ten wrong passwords are free, then the pair waits, twice as long every time', () => {
  const waits: number[] = [];
  for (let round = 0; round < 12; round++) {
    let free = 0;
    while (tries('zhang', 'nat')) free++;
    expect(free).toBe(round === 0 ? 10 : 5);
    const { retrySeconds = 0 } = refusalOf('zhang', 'nat').details;
    waits.push(retrySeconds / 60);
    now += retrySeconds * 1000 - 1;
    expect(tries('zhang', 'nat')).toBe(false);
    now += 1;
  }
  expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440, 1440]);
});

test('the message says how long, in minutes or hours', () => {
  for (let times = 0; times < 10; times++) tries('zhang', 'nat');
  expect(refusalOf('zhang', 'nat').message).toBe(
    '试的次数太多了，请等 10 分钟再登录。忘记密码时，请找管理员重设。',
  );
  now += 8.5 * minute;
  expect(refusalOf('zhang', 'nat').message).toContain('请等 2 分钟');
  for (const wait of [10, 20, 40, 80]) {
    now += wait * minute;
    while (tries('zhang', 'nat'));
  }
  expect(refusalOf('zhang', 'nat').message).toContain('请等 3 小时');
});

test('a right password, a new one, or a day without tries give ten free tries again', () => {
  const freeTries = (): number => {
    let free = 0;
    while (free < 50 && tries('zhang', 'nat')) free++;
    return free;
  };
  for (let times = 0; times < 9; times++) tries('zhang', 'nat');
  expect(tries('zhang', 'nat', true)).toBe(true);
  expect(freeTries()).toBe(10);
  salt = 'second';
  expect(freeTries()).toBe(10);
  now += 25 * 60 * minute;
  expect(freeTries()).toBe(10);
});

test('a try whose password was not looked at does not count', () => {
  for (let times = 0; times < 30; times++) {
    failures.begin(attempt('zhang', 'nat'));
    failures.cancel(attempt('zhang', 'nat'));
  }
  expect(tries('zhang', 'nat')).toBe(true);
});

/** A random generator with a seed, so that a failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('whatever the strategy, in a day', () => {
  // What the attacker tries next: a name and an address.
  const strategies: Record<string, (next: (below: number) => number, count: number) => [string, string]> = {
    'one address, one name': () => ['zhang', 'evil'],
    'one address, all names in turn': (_, count) => [attacked[count % 3]!, 'evil'],
    'one address, invented names': (_, count) => [`name${String(count)}`, 'evil'],
    'the address of the college, all names': (next) => [attacked[next(3)]!, 'nat'],
    'many addresses, one name': (next) => ['zhang', `evil${String(next(50))}`],
    'a new address for every try': (_, count) => ['zhang', `evil${String(count)}`],
    'a flood of invented names, and one real one between': (_, count) =>
      count % 1000 === 0 ? ['zhang', 'evil'] : [`name${String(count)}`, `evil${String(count % 7)}`],
    anything: (next) => [
      next(2) === 0 ? attacked[next(3)]! : `name${String(next(9000))}`,
      `evil${String(next(9))}`,
    ],
  };

  test.each(Object.entries(strategies))('%s', (_, strategy) => {
    const next = seeded(20_261_128);
    const guesses = new Map<string, number>();
    for (let count = 0; count < 20_000; count++) {
      now += day / 20_000;
      const [name, address] = strategy(next, count);
      if (tries(name, address)) {
        const key = `${name} ${address}`;
        guesses.set(key, (guesses.get(key) ?? 0) + 1);
      }
      // At home, and behind the same address as the attacker under another name.
      if (count % 500 === 0)
        for (const each of accounts) expect(tries(each, `home of ${each}`, true)).toBe(true);
      if (count % 500 === 0) expect(tries('sun', address, true)).toBe(true);
    }
    // Ten, and five after each of 10, 20, 40 … minutes.
    expect(Math.max(...guesses.values())).toBeLessThanOrEqual(10 + 5 * 7);
    expect(failures.size).toBeLessThanOrEqual(110_000);
  });
});

test('a flood of invented names makes nothing forgotten about a real one', () => {
  for (let times = 0; times < 10; times++) tries('zhang', 'evil');
  for (let count = 0; count < 30_000; count++) tries(`name${String(count)}`, 'evil');
  expect(tries('zhang', 'evil')).toBe(false);
  expect(failures.size).toBe(10_001);
});

test('a flood of addresses is bounded, too, and forgets what is oldest', () => {
  for (let count = 0; count < 100_050; count++) tries('zhang', `evil${String(count)}`);
  expect(failures.size).toBe(100_000);
});
