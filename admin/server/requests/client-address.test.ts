import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addressGroup, clientAddress } from './client-address.ts';

async function addressOf(socket: string, proxies: number, forwarded?: string): Promise<string> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/', (c) => c.text(clientAddress(c, proxies)));
  const incoming = { socket: { remoteAddress: socket, remotePort: 1, remoteFamily: 'IPv4' } };
  const headers = new Headers(forwarded === undefined ? [] : [['x-forwarded-for', forwarded]]);
  return (await app.request('/', { headers }, { incoming })).text();
}

const nginx = '127.0.0.1';

test.each([
  ['no proxy: the header is not believed', nginx, 0, '203.0.113.9', nginx],
  ['one proxy', nginx, 1, '203.0.113.9', '203.0.113.9'],
  [
    'one proxy, and a client that writes the header itself',
    nginx,
    1,
    '198.51.100.1, 203.0.113.9',
    '203.0.113.9',
  ],
  ['two proxies', nginx, 2, '203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['two proxies, and a forged beginning', nginx, 2, '1.1.1.1,2.2.2.2, 203.0.113.9,10.0.0.2', '203.0.113.9'],
  ['fewer entries than proxies', '10.0.0.3', 2, '203.0.113.9', '10.0.0.3'],
  ['no header', nginx, 1, undefined, nginx],
  ['an empty header', nginx, 1, ' , ', nginx],
  ['no address', nginx, 1, '203.0.113.9, unknown', nginx],
  ['a port', nginx, 1, '203.0.113.9:50123', '203.0.113.9'],
  ['IPv6 with a port', nginx, 1, '[2001:db8::9]:50123', '2001:0db8:0000:0000:0000:0000:0000:0009'],
  ['IPv6, written differently', nginx, 1, '2001:DB8:0::9', '2001:0db8:0000:0000:0000:0000:0000:0009'],
  ['IPv4 on an IPv6 socket', '::ffff:192.0.2.7', 0, undefined, '192.0.2.7'],
  ['IPv4 on an IPv6 socket, in hexadecimal', '::ffff:c000:207', 0, undefined, '192.0.2.7'],
  ['IPv4 in IPv6 from the proxy', nginx, 1, '::ffff:203.0.113.9', '203.0.113.9'],
])('%s', async (_, socket, proxies, forwarded, address) => {
  expect(await addressOf(socket, proxies, forwarded)).toBe(address);
});

test('the addresses that one IPv6 connection may choose from are one group', () => {
  const group = addressGroup('2001:db8:1:2::1');
  expect(addressGroup('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(group);
  expect(addressGroup('2001:db8:1:3::1')).not.toBe(group);
  expect(addressGroup('192.0.2.7')).toBe('192.0.2.7');
  expect(addressGroup('192.0.2.8')).not.toBe(addressGroup('192.0.2.7'));
  expect(addressGroup('fe80::1%eth0')).toBe(addressGroup('fe80::2'));
});
