import { expect, test } from 'vitest';
import { cameFromHere, hostAllowed, ofAnotherPerson } from './request-guard.ts';

test.each([
  ['127.0.0.1:4321', true],
  ['[::1]:4321', true],
  ['localhost', true],
  ['HUB.example.cn', true],
  ['other.example.cn', false],
  ['127.0.0.1.example.cn', false],
  ['', false],
  [null, false],
  ['a b', false],
])('the desk answers to %j: %j', (host, allowed) => {
  expect(hostAllowed(host, ['hub.example.cn'])).toBe(allowed);
});

const from = (headers: Record<string, string>): boolean =>
  cameFromHere(new Headers({ host: 'hub.example.cn', ...headers }));
const origin = 'https://hub.example.cn';

test.each([
  [{ origin }, true],
  [{ origin, 'sec-fetch-site': 'same-origin' }, true],
  [{ origin, 'sec-fetch-site': 'none' }, true],
  // Another site of the same college is another site.
  [{ origin, 'sec-fetch-site': 'same-site' }, false],
  [{ origin, 'sec-fetch-site': 'cross-site' }, false],
  [{ origin: 'https://example.cn' }, false],
  [{ origin: `${origin}:8443` }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'no address' }, false],
  [{}, false],
])('%j comes from here: %j', (headers: Record<string, string>, here) => {
  expect(from(headers)).toBe(here);
});

test('a page that was made for somebody else is known by its owner', () => {
  const of = (owner?: string) =>
    ofAnotherPerson(new Headers(owner === undefined ? {} : { 'x-hub-person': owner }), 'li');
  expect([of(), of('li'), of('zhang')]).toEqual([undefined, undefined, 'zhang']);
});
