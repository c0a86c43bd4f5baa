import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fixtureDesk, password } from '../testing/fixture-desk.ts';
import type { FixtureDesk } from '../testing/fixture-desk.ts';

// Generous limits for busy machines.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let desk: FixtureDesk;
beforeAll(async () => {
  desk = await fixtureDesk(['owner', 'editor']);
});
afterAll(() => desk.cleanUp());

interface SignIn {
  status: number;
  text: string;
  retryAfter: string | null;
  cookie: string;
}

/** Sends the form of the sign-in page from an address. */
async function signIn(address: string, username: string, typed: string, cookie = ''): Promise<SignIn> {
  const socket = {
    remoteAddress: address,
    remotePort: 1,
    remoteFamily: address.includes(':') ? 'IPv6' : 'IPv4',
  };
  const answer = await desk.app.request(
    'http://127.0.0.1:4321/admin/sign-in',
    {
      method: 'POST',
      headers: { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321', cookie },
      body: new URLSearchParams({ username, password: typed }),
    },
    { incoming: { socket } },
  );
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return {
    status: answer.status,
    text: await answer.text(),
    retryAfter: answer.headers.get('retry-after'),
    cookie: cookies.join('; '),
  };
}

/** The addresses that one connection may choose from. */
const nat = '2001:db8::1';
const besideNat = (count: number): string => `2001:db8::${count.toString(16)}:1`;
const statuses = (answers: readonly SignIn[]): number[] => answers.map(({ status }) => status);

test('a hundred guesses at the same time are ten', async () => {
  const guesses = Array.from({ length: 100 }, (_, count) =>
    signIn(besideNat(count), 'the-owner', 'not the password'),
  );
  const answers = statuses(await Promise.all(guesses));
  expect(answers.filter((status) => status === 401)).toHaveLength(10);
  expect(answers.filter((status) => status === 429)).toHaveLength(90);
  const refused = await signIn(nat, 'THE-owner ', password);
  expect([refused.status, refused.text]).toEqual([429, expect.stringContaining('请等 10 分钟再登录')]);
  expect(Number(refused.retryAfter)).toBeGreaterThan(500);
});

test('then the others behind the same address get in, and the owner from elsewhere', async () => {
  expect((await signIn(nat, 'the-editor', password)).status).toBe(303);
  expect((await signIn('203.0.113.2', 'the-owner', password)).status).toBe(303);
  expect((await signIn('2001:db8:0:1::1', 'the-owner', password)).status).toBe(303);
});

test('a browser in which the owner has signed in gets in at the address of the attack', async () => {
  const { cookie } = await signIn('203.0.113.3', 'the-owner', password);
  expect(cookie).toMatch(/hub-device-/);
  expect((await signIn(nat, 'the-owner', password, cookie)).status).toBe(303);
  // The cookie is no password, it is nobody else's, and it cannot be made up.
  expect((await signIn(nat, 'the-owner', 'not the password', cookie)).status).toBe(401);
  const forged = cookie.replace(/(hub-device-[^=]+=)[^.]+\./, '$1the-owner%20AAAA.');
  expect(forged).not.toBe(cookie);
  expect((await signIn(nat, 'the-owner', password, forged)).status).toBe(429);
  const { cookie: ofEditor } = await signIn('203.0.113.4', 'the-editor', password);
  expect((await signIn(nat, 'the-owner', password, ofEditor)).status).toBe(429);
  const name = /hub-device-\w+/.exec(cookie)?.[0] ?? '';
  const renamed = ofEditor.replace(/hub-device-\w+/, name);
  expect(renamed).not.toBe(ofEditor);
  expect((await signIn(nat, 'the-owner', password, renamed)).status).toBe(429);
});

test('guesses with a stolen device are counted, too', async () => {
  const { cookie } = await signIn('203.0.113.5', 'the-owner', password);
  const guesses = Array.from({ length: 15 }, (_, count) =>
    signIn(`198.51.100.${String(count)}`, 'the-owner', 'not the password', cookie),
  );
  expect(statuses(await Promise.all(guesses)).filter((status) => status === 429)).toHaveLength(5);
});

test('a flood of invented names keeps nobody out, and its answers tell no name', async () => {
  const flood = Array.from({ length: 400 }, (_, count) =>
    signIn(nat, `name${String(count)}`, 'not the password'),
  );
  // Behind the same address, without a known device.
  const person = await signIn(nat, 'the-editor', password);
  expect(person.status).toBe(303);
  const answers = await Promise.all(flood);
  expect(new Set(statuses(answers))).toEqual(new Set([401]));
  const [invented] = answers;
  const real = await signIn('203.0.113.6', 'the-editor', 'not the password');
  expect(real.text.replace('the-editor', '')).toBe(invented?.text.replace('name0', ''));
});

test('while one name is tried from many addresses, the others go first', async () => {
  let answered = 0;
  const attack = Array.from({ length: 7 }, async (_, count) => {
    await signIn(`198.51.101.${String(count)}`, 'the-owner', 'not the password');
    answered++;
  });
  expect((await signIn('203.0.113.8', 'the-editor', password)).status).toBe(303);
  // One was being looked at, and the first one had no failures before it.
  expect(answered).toBeLessThanOrEqual(3);
  await Promise.all(attack);
});

test('the thread that serves readers goes on while a password is hashed', async () => {
  let turns = 0;
  let isHashing = true;
  const turn = (): void => {
    turns++;
    if (isHashing) setImmediate(turn);
  };
  setImmediate(turn);
  await signIn('203.0.113.9', 'the-editor', 'not the password');
  isHashing = false;
  // Hashing in JavaScript gives way ten times at most.
  expect(turns).toBeGreaterThan(300);
});

test('a new password ends the waiting', async () => {
  expect((await signIn(nat, 'the-owner', password)).status).toBe(429);
  await desk.accounts.setPassword('the-owner', 'xinde mima 2027');
  expect((await signIn(nat, 'the-owner', 'xinde mima 2027')).status).toBe(303);
});
