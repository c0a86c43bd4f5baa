import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccounts } from './accounts.ts';
import type { Accounts } from './accounts.ts';
import { fixtureHub } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';

let fixture: FixtureHub;
let accounts: Accounts;
const password = 'guangchang wu 2026';
const address = '192.0.2.7';

beforeAll(async () => {
  fixture = await fixtureHub();
  const file = `${fixture.folder}/accounts.sqlite`;
  accounts = await openAccounts({
    file,
    secret: 'a'.repeat(16) + 'bcdefghijklmnopq',
    secure: false,
    siteUrl: 'http://127.0.0.1',
  });
});
afterAll(async () => {
  accounts.close();
  await fixture.cleanUp();
});

const cookieOf = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

test('creates only one first account for parallel requests, with the role owner', async () => {
  expect(accounts.isEmpty()).toBe(true);
  const asked = await Promise.allSettled([
    accounts.createFirst({ username: 'zhang', name: '张敏', password }),
    accounts.createFirst({ username: 'wang', name: '王芳', password }),
  ]);
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(accounts.list()).toMatchObject([{ username: 'zhang', role: 'owner', email: 'zhang@hub.invalid' }]);
});

test('sets a strict cookie for /admin that identifies the person', async () => {
  const cookies = await accounts.signIn({ username: 'Zhang', password, address });
  expect(cookies[0]).toMatch(/HttpOnly/);
  expect(cookies[0]).toMatch(/SameSite=Strict/i);
  expect(cookies[0]).toMatch(/Path=\/admin/);
  expect(await accounts.personOf(cookieOf(cookies))).toEqual({
    username: 'zhang',
    name: '张敏',
    email: 'zhang@hub.invalid',
    role: 'owner',
  });
  await accounts.signOut(cookieOf(cookies));
  expect(await accounts.personOf(cookieOf(cookies))).toBeUndefined();
});

test('gives the same message for a wrong password and an unknown user name', async () => {
  const wrong = { username: 'zhang', password: 'not the password', address };
  await expect(accounts.signIn(wrong)).rejects.toThrow('用户名或密码不对，请核对后再试。');
  await expect(accounts.signIn({ ...wrong, username: 'nobody' })).rejects.toThrow('用户名或密码不对');
});

test.each([
  ['短', 'li', '密码至少 10 个字符，现在是 1 个。'],
  ['li-li-li-li-li', 'li', '这个密码太容易猜到'],
  ['1111111111111', 'li', '这个密码太容易猜到'],
  [password, 'Li Qiang', '用户名请用 2 到 30 个小写字母'],
])('rejects an account with password %s and user name %s', async (weak, username, sentence) => {
  await expect(accounts.create({ username, name: '李强', password: weak, role: 'editor' })).rejects.toThrow(
    sentence,
  );
});

test('ends sessions when the account is disabled or the password is changed', async () => {
  await accounts.create({ username: 'li', name: '李强', password, role: 'editor' });
  const cookies = cookieOf(await accounts.signIn({ username: 'li', password, address }));
  expect((await accounts.personOf(cookies))?.name).toBe('李强');
  await accounts.setDisabled('li', true);
  expect(await accounts.personOf(cookies)).toBeUndefined();
  await expect(accounts.signIn({ username: 'li', password, address })).rejects.toThrow('已经停用');
  await accounts.setDisabled('li', false);
  expect(await accounts.personOf(cookies)).toBeUndefined();

  const again = cookieOf(await accounts.signIn({ username: 'li', password, address }));
  await accounts.setPassword('li', 'xinde mima 2026');
  expect(await accounts.personOf(again)).toBeUndefined();
  await expect(accounts.setDisabled('zhang', true)).rejects.toThrow('唯一的管理员');
});

test('does not revive sessions when an account is enabled again', async () => {
  await accounts.create({ username: 'wang', name: '王芳', password, role: 'editor' });
  const cookies = cookieOf(await accounts.signIn({ username: 'wang', password, address }));
  await accounts.setDisabled('wang', true);
  await accounts.setDisabled('wang', false);
  expect(await accounts.personOf(cookies)).toBeUndefined();
});

test('creates only one of two accounts with the same name at the same time', async () => {
  const account = { username: 'zhao', name: '赵敏', password, role: 'editor' } as const;
  const asked = await Promise.allSettled([accounts.create(account), accounts.create(account)]);
  expect(asked).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { status: 409, message: '用户名“zhao”已经有人用了，请换一个。' } },
  ]);
});

test('limits guesses of the old password in the password form, too', async () => {
  const person = { username: 'zhou', name: '周平', email: 'zhou@hub.invalid', role: 'editor' };
  await accounts.create({ ...person, password, role: 'editor' });
  const change = (old: string) => accounts.changePassword(person, old, 'xinde mima 2027');
  for (let times = 0; times < 10; times++) await expect(change('not it')).rejects.toThrow('现在的密码不对');
  await expect(change(password)).rejects.toMatchObject({ status: 429 });
});

test('enabling the only manager, who is enabled already, is no error', async () => {
  await accounts.setDisabled('zhang', false);
  expect(accounts.list().find(({ username }) => username === 'zhang')?.disabled).toBe(false);
});

test('a session lasts a week', async () => {
  const [cookie] = await accounts.signIn({ username: 'zhang', password, address });
  expect(cookie).toMatch(/Max-Age=604800/);
});
