import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { describe, expect, test } from 'vitest';
import { isSameOrigin } from './request-guard.ts';

describe('a change', () => {
  const host = 'hub.example.cn';
  const own = `https://${host}`;

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
    expect(isSameOrigin(new Headers({ host, ...headers }))).toBe(taken);
  });

  test('compares the host case-insensitively, with the port', () => {
    expect(isSameOrigin(new Headers({ host: 'Hub.Example.CN', origin: own }))).toBe(true);
    expect(isSameOrigin(new Headers({ host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' }))).toBe(true);
    expect(isSameOrigin(new Headers({ host: '127.0.0.1:4321', origin: 'http://127.0.0.1' }))).toBe(false);
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
