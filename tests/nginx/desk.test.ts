import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureHub } from '../../admin/server/testing/fixture-hub.ts';
import type { FixtureHub } from '../../admin/server/testing/fixture-hub.ts';
import { password, startHub } from '../../admin/server/testing/hub-process.ts';
import type { HubProcess } from '../../admin/server/testing/hub-process.ts';
import { deskConfiguration } from '../../scripts/nginx/desk-configuration.ts';
import { findNginx, startNginx } from './nginx-process.ts';
import type { RunningNginx } from './nginx-process.ts';
import { ask, freePort } from './raw-request.ts';
import type { RawAnswer } from './raw-request.ts';

const nginx = await findNginx();
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const host = 'hub.example.edu.cn';

let folder: string;
let certificate: { chain: string; key: string };

/** nginx in front of a server, with a certificate of its own. */
async function proxyTo(server: string): Promise<{ running: RunningNginx; http: number; https: number }> {
  const [http, https] = [await freePort(), await freePort()];
  const ports = { http: `127.0.0.1:${String(http)}`, https: `127.0.0.1:${String(https)}` };
  const configuration = deskConfiguration({ siteUrl: `https://${host}`, server, ports, certificate });
  return { running: await startNginx(nginx ?? '', configuration, https), http, https };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-certificate-'));
  certificate = { chain: path.join(folder, 'chain.pem'), key: path.join(folder, 'key.pem') };
  const about = ['-subj', `/CN=${host}`, '-days', '2', '-keyout', certificate.key, '-out', certificate.chain];
  const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  spawnSync('openssl', ['req', '-x509', '-nodes', ...elliptic, ...about]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(nginx === undefined || !hasOpenssl)('what the server is told', () => {
  let server: Server;
  let proxy: Awaited<ReturnType<typeof proxyTo>>;
  let seen: IncomingHttpHeaders[];

  beforeAll(async () => {
    server = createServer({ maxHeaderSize: 48 * 1024 }, (request, response) => {
      seen.push(request.headers);
      request.resume();
      request.on('end', () => response.end('seen'));
    });
    const port = await freePort();
    server.listen(port, '127.0.0.1');
    proxy = await proxyTo(`127.0.0.1:${String(port)}`);
  });
  afterAll(async () => {
    await proxy.running.stop();
    server.close();
  });

  test('the address of the client is the one that nginx sees, not one that the client claims', async () => {
    seen = [];
    const claims = {
      host,
      'x-forwarded-for': '6.6.6.6, 7.7.7.7',
      'x-real-ip': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'for=6.6.6.6;host=evil.example',
    };
    for (const localAddress of ['127.0.0.1', '127.0.0.9']) {
      await ask(proxy.https, '/admin/', { secure: true, localAddress, headers: claims });
      const headers = seen.at(-1);
      expect(headers?.['x-forwarded-for']).toBe(localAddress);
      expect([headers?.['x-forwarded-proto'], headers?.host]).toEqual(['https', host]);
      expect([headers?.['x-forwarded-host'], headers?.forwarded]).toEqual([undefined, undefined]);
    }
  });

  test('the host arrives with HTTP/2, too, and with its port', async () => {
    seen = [];
    const session = connect(`https://127.0.0.1:${String(proxy.https)}`, { rejectUnauthorized: false });
    const stream = session.request({ ':path': '/', ':authority': `${host}:8443` });
    stream.resume();
    await new Promise((resolve) => stream.once('end', resolve));
    session.close();
    expect(seen.at(-1)?.host).toBe(`${host}:8443`);
  });

  test('long addresses pass; bodies only as large as the server takes', async () => {
    const search = `/search/?q=${'%E9%95%BF'.repeat(2000)}`;
    expect((await ask(proxy.https, search, { secure: true, headers: { host } })).status).toBe(200);
    const sized = (address: string, megabytes: number): Promise<number> =>
      ask(proxy.https, address, {
        secure: true,
        method: 'POST',
        headers: { host, 'content-length': String(megabytes * 1024 * 1024) },
        body: Buffer.alloc(megabytes * 1024 * 1024),
      }).then(({ status }) => status);
    expect(await sized('/admin/sign-in', 2)).toBe(413);
    expect(await sized('/admin/api/store', 20)).toBe(200);
    expect(await sized('/admin/api/store', 65)).toBe(413);
  });

  test('http leads to https at our own host, whatever the request says', async () => {
    const { status, headers } = await ask(proxy.http, '/notices/?a=%2F', {
      headers: { host: 'evil.example' },
    });
    expect([status, headers.location]).toEqual([301, `https://${host}/notices/?a=%2F`]);
  });

  test('while the server starts, readers are told to wait', async () => {
    const waiting = await proxyTo('127.0.0.1:4');
    const { status, headers, body } = await ask(waiting.https, '/', { secure: true, headers: { host } });
    await waiting.running.stop();
    expect([status, headers['retry-after'], headers['content-type']]).toEqual([
      503,
      '30',
      'text/html; charset=utf-8',
    ]);
    expect(headers['content-security-policy']).toContain("script-src 'none'");
    expect(body).toContain('网站正在启动');
  });
});

describe.skipIf(nginx === undefined || !hasOpenssl)('the hub behind nginx', () => {
  let fixture: FixtureHub;
  let hub: HubProcess;
  let proxy: Awaited<ReturnType<typeof proxyTo>>;

  beforeAll(async () => {
    fixture = await fixtureHub();
    const port = String(await freePort());
    hub = await startHub(fixture, { PORT: port, SITE_URL: `https://${host}`, TRUST_PROXY: '1' });
    proxy = await proxyTo(`127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await proxy.running.stop();
    await hub.stop();
    await fixture.cleanUp();
  });

  const post = (
    address: string,
    fields: Record<string, string>,
    headers: object = {},
    localAddress = '127.0.0.1',
  ): Promise<RawAnswer> => {
    const body = new URLSearchParams(fields).toString();
    return ask(proxy.https, address, {
      secure: true,
      method: 'POST',
      localAddress,
      body,
      headers: {
        host,
        origin: `https://${host}`,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
        ...headers,
      },
    });
  };

  test('an account is made and signed in with secure cookies; other origins are refused', async () => {
    const token = hub.firstRunToken ?? '';
    const fields = { token, username: 'zhang', name: '张敏', password, again: password };
    for (const origin of [`https://${host}:8443`, 'https://evil.example', 'null'])
      expect([origin, (await post('/admin/first-run', fields, { origin })).status]).toEqual([origin, 403]);
    const made = await post('/admin/first-run', fields);
    expect(made.status).toBe(303);
    const cookies = made.headers['set-cookie'] ?? [];
    expect(cookies.filter((each) => each.startsWith('__Secure-'))).not.toEqual([]);
    for (const each of cookies) expect(each).toMatch(/; Secure(?:;|$)/);
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    const desk = await ask(proxy.https, '/admin/accounts', { secure: true, headers: { host, cookie } });
    expect([desk.status, desk.body.includes('张敏')]).toEqual([200, true]);
  });

  test('wrong passwords count for the real address, whatever other addresses a client claims', async () => {
    const signIn = async (username: string, word: string, from: string, claimed: string): Promise<number> => {
      const claims = { 'x-forwarded-for': claimed };
      return (await post('/admin/sign-in', { username, password: word }, claims, from)).status;
    };
    const tried: number[] = [];
    for (let count = 0; count < 14; count++)
      tried.push(await signIn('nobody', 'wrong', '127.0.0.2', `9.9.9.${String(count)}`));
    expect([tried[0], tried.at(-1)]).toEqual([401, 429]);
    // Nobody can spend the attempts of another address by claiming to be it.
    expect(await signIn('somebody', 'wrong', '127.0.0.3', '127.0.0.2')).toBe(401);
    expect(await signIn('zhang', password, '127.0.0.4', '127.0.0.2')).toBe(303);
  });

  test('redirects stay at the address that people use', async () => {
    const { status, headers } = await ask(proxy.https, '/admin/', { secure: true, headers: { host } });
    expect(status).toBe(303);
    expect(headers.location).toMatch(/^\/admin\//);
  });

  test('security headers come once, from the server', async () => {
    const { headers } = await ask(proxy.https, '/admin/sign-in', { secure: true, headers: { host } });
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
      expect(String(headers[name])).not.toMatch(/, /);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security'] ?? 'max-age=31536000').toBe('max-age=31536000');
  });
});
