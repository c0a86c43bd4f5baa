import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accountsPage } from './accounts-page.ts';
import { everyRole } from '../testing/fixture-roles.ts';
import { fixtureDesk } from '../testing/fixture-desk.ts';
import type { FixtureDesk } from '../testing/fixture-desk.ts';
import { isRole, may, permissionsOf, readRole, roleName } from './permissions.ts';

// Generous limits for busy machines.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

vi.mock(import('../../shared/roles.ts'), async (original) => {
  const { withMoreRoles } = await import('../testing/fixture-roles.ts');
  return withMoreRoles(await original());
});

const password = 'guangchang wu 2026';
let desk: FixtureDesk;
beforeAll(async () => {
  desk = await fixtureDesk(everyRole);
});
afterAll(() => desk.cleanUp());

const add = (role: string, username: string) =>
  desk.ask(
    'owner',
    'POST /admin/accounts',
    {},
    { action: 'add', username, name: '赵敏', password, again: password, role },
  );

test('offers and accepts only the roles of the table', async () => {
  const { text } = await desk.ask('owner', 'GET /admin/accounts');
  const offered = [...text.matchAll(/<option value="(.*?)">(.*?)<\/option>/g)].map(([, ...option]) => option);
  // The first option is the default, so it must be the role with the fewest permissions.
  expect(offered[0]).toEqual(['editor', '编辑：写稿和发布']);
  expect(offered).toContainEqual(['owner', '管理员：还能管理账号']);
  expect(offered).toContainEqual(['writer', '撰稿：只写稿']);
  expect((await add('writer', 'zhao')).status).toBe(200);
  expect(desk.accounts.list().find(({ username }) => username === 'zhao')?.role).toBe('writer');
  for (const role of ['boss', '', 'constructor']) {
    const refused = await add(role, 'qian');
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining(`没有“${role}”这个角色。可以用的角色：editor（编辑）`),
    ]);
  }
  expect(desk.accounts.list().some(({ username }) => username === 'qian')).toBe(false);
});

test('shows an unknown role by its stored name, without permissions', async () => {
  expect((await desk.ask('owner', 'GET /admin/accounts')).text).toContain(
    '<td>未知角色“guest”（没有任何权限）</td>',
  );
  expect(roleName('<b>')).toBe('未知角色“<b>”（没有任何权限）');
  for (const role of ['guest', '', 'toString', '__proto__', 'Owner']) {
    expect(isRole(role)).toBe(false);
    expect(Object.values(permissionsOf({ role }))).toEqual([false, false, false, false, false]);
    expect(() => readRole(role)).toThrow(`没有“${role}”这个角色`);
  }
  expect(may({ role: 'owner' }, 'manageAccounts')).toBe(true);
});

test('keeps the last account that may manage accounts, for any role', async () => {
  await desk.accounts.setDisabled('the-owner', true);
  await expect(desk.accounts.setDisabled('the-deputy', true)).rejects.toThrow('唯一的管理员账号');
  await desk.accounts.setDisabled('the-owner', false);
  await desk.accounts.setDisabled('the-deputy', true);
  await expect(desk.accounts.setDisabled('The-Owner', true)).rejects.toThrow('唯一的管理员账号');
});

test('escapes the stored role', () => {
  const zhang = { username: 'zhang', name: '张敏', email: 'zhang@hub.invalid', role: 'owner' };
  const odd = { ...zhang, username: 'odd', role: '<b>"', disabled: false, createdAt: '' };
  expect(accountsPage(zhang, [odd])).toContain('<td>未知角色“&lt;b&gt;&quot;”（没有任何权限）</td>');
});
