import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFirstClient, password, startHub, sendForm, hubClient } from './testing/hub-process.ts';
import type { HubProcess, HubClient } from './testing/hub-process.ts';
import { fixtureHub } from './testing/fixture-hub.ts';
import type { FixtureHub } from './testing/fixture-hub.ts';

let fixture: FixtureHub;
let hub: HubProcess;
let zhang: HubClient;

beforeAll(async () => {
  fixture = await fixtureHub();
  hub = await startHub(fixture);
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

/** A request with headers that `fetch` does not allow to set. */
function raw(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(hub.address);
    const ask = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    ask.on('error', reject);
    ask.end();
  });
}

describe('before the first account', () => {
  test('redirects to the first-run page, which requires the token', async () => {
    const desk = await hubClient(hub.address).get('/admin/');
    expect([desk.status, desk.headers.get('location')]).toEqual([303, '/admin/first-run']);
    const page = await hubClient(hub.address).get('/admin/first-run?token=guessed');
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('请用启动时显示的链接');
    const fields = { username: 'eve', name: '夏娃', password, again: password };
    expect((await sendForm(hub.address, '/admin/first-run', { ...fields, token: 'guessed' })).status).toBe(
      403,
    );
  });

  test('shows the form again with its values after a weak password', async () => {
    const token = hub.firstRunToken!;
    const fields = { token, username: 'zhang', name: '张敏', password: 'short', again: 'short' };
    const answer = await sendForm(hub.address, '/admin/first-run', fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('密码至少 10 个字符，现在是 5 个。');
    expect(answer.text).toContain('value="张敏"');
  });

  test('creates the first account with the token, only once', async () => {
    zhang = await createFirstClient(hub);
    const me = (await (await zhang.get('/admin/api/me')).json()) as object;
    expect(me).toEqual({
      username: 'zhang',
      name: '张敏',
      role: 'owner',
      site: '/',
      may: { read: true, edit: true, publish: true, delete: true, manageAccounts: true },
    });
    const fields = { token: hub.firstRunToken!, username: 'eve', name: '夏娃', password, again: password };
    const again = await sendForm(hub.address, '/admin/first-run', fields);
    expect(again.text).toContain('第一个账号已经建好了');
  });
});

describe('access control', () => {
  const as = (username: string) =>
    fetch(`${hub.address}admin/api/store`, {
      method: 'POST',
      headers: {
        cookie: zhang.cookie,
        origin: new URL(hub.address).origin,
        'content-type': 'application/json',
        'x-hub-person': username,
      },
      body: JSON.stringify({ action: 'info', params: {} }),
    });

  test('rejects requests of a page that was opened by another person', async () => {
    expect((await as('zhang')).status).toBe(200);
    for (const other of ['li', '', 'Zhang']) {
      const answer = await as(other);
      expect(answer.status).toBe(403);
      const { error, signedInAs } = (await answer.json()) as Record<string, string>;
      expect(error).toMatch(/现在登录的是张敏.*写下的文字还在页面上/);
      expect(signedInAs).toBe('张敏');
    }
  });

  test('requires sign-in', async () => {
    const anonymous = hubClient(hub.address);
    expect((await anonymous.get('/admin/api/me')).status).toBe(401);
    expect((await anonymous.store('info', {})).status).toBe(401);
    const desk = await anonymous.get('/admin/');
    expect([desk.status, desk.headers.get('location')]).toEqual([303, '/admin/sign-in']);
  });

  test('leads to sign-in from every address, also from one that is too long to come back to', async () => {
    const anonymous = hubClient(hub.address);
    for (const [wanted, next] of [
      ['/admin/accounts', '?next=%2Fadmin%2Faccounts'],
      [`/admin/${'a'.repeat(3000)}`, ''],
    ] as const) {
      const led = await anonymous.get(wanted);
      expect(led.headers.get('location')).toBe(`/admin/sign-in${next}`);
      expect((await anonymous.get(led.headers.get('location') ?? '')).status).toBe(200);
    }
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['nowhere', {}],
  ])('rejects a change from %s', async (_, headers) => {
    const { host } = new URL(hub.address);
    const sent = { host, cookie: zhang.cookie, 'content-type': 'text/plain', ...headers };
    expect(await raw('POST', '/admin/api/store', sent)).toBe(403);
    expect(await raw('POST', '/admin/sign-out', sent)).toBe(403);
  });

  test('rejects unknown host names (DNS rebinding), even for reading', async () => {
    const { port } = new URL(hub.address);
    expect(await raw('GET', '/admin/api/me', { host: `evil.example:${port}`, cookie: zhang.cookie })).toBe(
      403,
    );
    expect(await raw('GET', '/admin/api/me', { host: `localhost:${port}`, cookie: zhang.cookie })).toBe(200);
  });

  test('lets editors not manage accounts, and ends access of a disabled account at once', async () => {
    const fields = { action: 'add', username: 'li', name: '李强', password, role: 'editor' };
    await zhang.post('/admin/api/accounts', fields);
    const { cookie } = await sendForm(hub.address, '/admin/sign-in', { username: 'li', password });
    const li = hubClient(hub.address, cookie);
    expect((await li.get('/admin/api/me')).status).toBe(200);
    expect((await li.post('/admin/api/accounts', { ...fields, username: 'eve' })).status).toBe(403);
    await zhang.post('/admin/api/accounts', { action: 'disable', username: 'li' });
    expect((await li.get('/admin/api/me')).status).toBe(401);
  });

  test('blocks sign-in after ten wrong passwords', async () => {
    for (let times = 0; times < 10; times++) {
      const wrong = await sendForm(hub.address, '/admin/sign-in', { username: 'wang', password: 'wrong' });
      expect(wrong.text).toContain('用户名或密码不对');
    }
    const answer = await sendForm(hub.address, '/admin/sign-in', { username: 'wang', password: 'wrong' });
    expect(answer.status).toBe(429);
    expect(answer.text).toMatch(/请等 \d+ 分钟再登录/);
  });
});

test('allows no external scripts and no eval in the desk', async () => {
  for (const path of ['/admin/', '/admin/accounts', '/admin/sign-in', '/admin/api/me', '/admin/none']) {
    const policy = (await zhang.get(path)).headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'none'; script-src '(self|none)';/);
    expect(policy).not.toContain('unsafe-eval');
  }
});
