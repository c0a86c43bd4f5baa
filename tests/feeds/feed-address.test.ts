import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import {
  addressProblem,
  isPublicAddress,
  readFeedHosts,
} from '../../src/library/partner-feeds/feed-address.ts';
import { guardedLookup } from '../../src/library/partner-feeds/fetch-feed.ts';
import type { Resolver } from '../../src/library/partner-feeds/fetch-feed.ts';

test.each([
  ...['1.1.1.1', '8.8.8.8', '114.114.114.114', '172.15.255.255', '172.32.0.1', '100.63.255.255'],
  ...['2001:4860:4860::8888', '240e:1::1', '2408:8000::1', '2a00:1450::1'],
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

// The registries of special-purpose addresses of IANA, and where clouds keep their metadata.
test.each([
  ...['0.0.0.0', '0.1.2.3', '10.255.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.0.1'],
  ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.0.192', '192.0.2.1'],
  ...['192.88.99.1', '192.168.0.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '168.63.129.16', '100.100.100.200'],
  ...['::', '::1', '::7f00:1', '::ffff:8.8.8.8', '::ffff:0:7f00:1', '64:ff9b::808:808', '64:ff9b:1::1'],
  ...['100::1', '2001::1', '2001:2::1', '2001:10::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '5f00::1'],
  ...[
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    '',
    'a.example',
  ],
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

const problem = (address: string, named = ''): string | undefined =>
  addressProblem(new URL(address), readFeedHosts(named));

test('the operator names hosts, with a port or without', () => {
  expect(readFeedHosts(' News.Campus.lan, 10.0.0.5:7001，fd00::5 新闻.中国、http://a.example/feed ')).toEqual(
    ['news.campus.lan', '10.0.0.5:7001', 'fd00::5', 'xn--efvy88h.xn--fiqs8s', 'a.example'],
  );
  expect(problem('http://10.0.0.5/')).toContain('内部网络的地址');
  expect(problem('http://10.0.0.5/', '10.0.0.5')).toBeUndefined();
  expect(problem('http://10.0.0.5./', '10.0.0.5')).toBeUndefined();
  expect(problem('http://10.0.0.5:7001/', '10.0.0.5')).toContain('10.0.0.5:7001');
  expect(problem('http://10.0.0.5:7001/', '10.0.0.5:7001')).toBeUndefined();
  expect(problem('http://10.0.0.5/', '10.0.0.5:7001')).toContain('内部网络的地址');
  expect(problem('http://[fd00::5]/', 'fd00::5')).toBeUndefined();
  expect(problem('http://[fd00::5]:7001/', '[fd00::5]:7001')).toBeUndefined();
  expect(problem('http://10.0.0.50/', '10.0.0.5')).toContain('内部网络的地址');
  expect(problem('http://user@a.example/', 'a.example')).toContain('用户名或密码');
  expect(problem('https://a.example:8443/feed')).toBeUndefined();
});

/** What a connection to the address is given: addresses, or the reason. */
function connectedTo(address: string, resolve: Resolver, all: boolean, named = ''): Promise<unknown> {
  return new Promise((resolveTest) => {
    guardedLookup(new URL(address), readFeedHosts(named), resolve)('name', { all }, (error, found) => {
      resolveTest(error ? error.message : found);
    });
  });
}

test('of the addresses of a name, a connection gets the public ones, or those of a named host', async () => {
  const found: LookupAddress[] = [
    { address: '127.0.0.1', family: 4 },
    { address: '1.1.1.1', family: 4 },
    { address: '::1', family: 6 },
    { address: '240e::1', family: 6 },
  ];
  const mixed: Resolver = () => Promise.resolve(found);
  expect(await connectedTo('http://a.example/', mixed, true)).toEqual([found[1], found[3]]);
  expect(await connectedTo('http://a.example/', mixed, false)).toBe('1.1.1.1');
  expect(await connectedTo('http://a.example/', mixed, true, 'a.example')).toEqual(found);
  expect(await connectedTo('http://a.example/', () => Promise.resolve([]), true)).toContain('内部网络');
});

test('a name is resolved once for each connection, and every time it is checked', async () => {
  let asked = 0;
  // Public for the check, private for the connection: what an attacker's name server does.
  const rebinding: Resolver = () =>
    Promise.resolve([{ address: asked++ === 0 ? '1.1.1.1' : '127.0.0.1', family: 4 }]);
  expect(await connectedTo('http://a.example/', rebinding, true)).toEqual([
    { address: '1.1.1.1', family: 4 },
  ]);
  expect(asked).toBe(1);
  expect(await connectedTo('http://a.example/', rebinding, true)).toContain('（127.0.0.1）');
});
