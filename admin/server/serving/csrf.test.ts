import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { describe, expect, test } from 'vitest';
import { isSameOrigin } from './request-guard.ts';

describe('a change', () => {
  const host = 'hub.example.cn';
  const own = `https://${host}`;
  const behindProxy = { siteOrigin: own, proxies: 1 };

  // The headers; whether we accept the request; whether hono/csrf would.
  const cases: [string, Record<string, string>, boolean, boolean][] = [
    ['from our own page', { origin: own, 'sec-fetch-site': 'same-origin' }, true, true],
    ['from our own page in an older browser', { origin: own }, true, true],
    ['typed into the address bar', { origin: own, 'sec-fetch-site': 'none' }, true, true],
    ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false, false],
    ['from another port', { origin: `${own}:8443`, 'sec-fetch-site': 'same-site' }, false, false],
    ['without headers', {}, false, false],
    ['from a sandboxed frame', { origin: 'null' }, false, false],
    ['from an invalid origin', { origin: 'hub.example.cn' }, false, false],
    // The differences: hono/csrf checks only form content types, and accepts either header.
    [
      'in JSON from another site',
      { origin: 'https://evil.example', 'content-type': 'application/json' },
      false,
      true,
    ],
    ['in JSON without headers', { 'content-type': 'application/json' }, false, true],
    [
      'with bytes from another site',
      { origin: 'https://evil.example', 'content-type': 'image/png' },
      false,
      true,
    ],
    [
      'with headers that disagree',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      false,
      true,
    ],
    ['from our origin, but another site', { origin: own, 'sec-fetch-site': 'cross-site' }, false, true],
    ['from a sandboxed frame of ours', { origin: 'null', 'sec-fetch-site': 'same-origin' }, false, true],
  ];

  test.each(cases)('%s', (_, headers, taken) => {
    expect(isSameOrigin(new Headers({ host, ...headers }), behindProxy)).toBe(taken);
  });

  // The host of the request, the configured origin, the origin of the page.
  const local = 'http://127.0.0.1:4321';
  test.each([
    ['HUB.example.cn', own, own, true],
    ['hub.example.cn', own, 'http://hub.example.cn', false],
    ['hub.example.cn', own, 'https://hub.example.cn:443', false],
    ['hub.example.cn', own, 'https://hub.example.cn:8443', false],
    ['hub.example.cn', own, 'https://hub.example.cn.evil.example', false],
    ['hub.example.cn', own, 'https://user@hub.example.cn', false],
    ['hub.example.cn', own, 'https://hub.example.cn/', false],
    ['hub.example.cn', own, 'wss://hub.example.cn', false],
    // Behind a proxy that forwards its own port.
    ['hub.example.cn:4321', own, own, true],
    ['hub.example.cn:4321', own, 'http://hub.example.cn:4321', false],
    ['hub.example.cn', `${own}:8443`, `${own}:8443`, true],
    ['hub.example.cn', `${own}:8443`, own, false],
    // On this machine, and by the address of the machine.
    ['127.0.0.1:4321', undefined, local, true],
    ['127.0.0.1:4321', undefined, 'https://127.0.0.1:4321', false],
    ['127.0.0.1:4321', undefined, 'http://127.0.0.1', false],
    ['127.0.0.1:4321', undefined, 'http://127.0.0.1:4322', false],
    ['127.0.0.1:4321', undefined, 'http://localhost:4321', false],
    ['127.0.0.1:4321', own, local, true],
    ['localhost:4321', own, 'http://localhost:4321', true],
    ['[::1]:4321', undefined, 'http://[::1]:4321', true],
    ['192.168.1.5', undefined, 'http://192.168.1.5', true],
    ['192.168.1.5', undefined, 'https://192.168.1.5', false],
    ['', undefined, 'http://', false],
  ])('to %s, configured as %s, from %s: %s', (to, siteOrigin, origin, taken) => {
    expect(isSameOrigin(new Headers({ host: to, origin }), { siteOrigin, proxies: 0 })).toBe(taken);
  });

  test.each([
    ['desk.example.cn', 'https://desk.example.cn', true],
    ['desk.example.cn', 'http://desk.example.cn', false],
    ['desk.example.cn', own, false],
    ['127.0.0.1:4321', local, true],
  ])('to %s behind the proxy, from %s: %s', (to, origin, taken) => {
    expect(isSameOrigin(new Headers({ host: to, origin }), behindProxy)).toBe(taken);
  });

  // If this fails, Hono refuses everything that we refuse, and our check can be replaced.
  test('is checked by us because hono/csrf accepts some that we refuse', async () => {
    const app = new Hono();
    app.use(csrf({ origin: (origin) => URL.parse(origin)?.host === host }));
    app.post('/', (c) => c.text('taken'));
    for (const [name, headers, , taken] of cases) {
      const answer = await app.request(`http://${host}/`, { method: 'POST', headers: { host, ...headers } });
      expect([name, answer.status]).toEqual([name, taken ? 200 : 403]);
    }
  });
});
