import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeFeed } from '../../src/library/partner-feeds/decode-feed.ts';
import { fetchFeed } from '../../src/library/partner-feeds/fetch-feed.ts';
import type { Resolver } from '../../src/library/partner-feeds/fetch-feed.ts';
import { readPartnerFeed } from '../../src/library/partner-feeds/partner-feed.ts';
import { badAnswers, badFeeds, badRedirects, slowAnswers } from './hostile-cases.ts';
import type { Case } from './hostile-cases.ts';
import { startHostileServers } from './hostile-servers.ts';
import type { HostileServers } from './hostile-servers.ts';

let servers: HostileServers;
beforeAll(async () => {
  servers = await startHostileServers();
});
afterAll(() => {
  servers.close();
});

/** What the names of the cases resolve to; the machine may be without a network. */
const names: Record<string, string[]> = {
  'loopback.example': ['127.0.0.1'],
  localhost: ['127.0.0.1', '::1'],
  'private.example': ['10.1.2.3', '172.20.0.1', 'fd12::1', '169.254.169.254'],
};
const resolve: Resolver = (name) => {
  if (name === 'never.example') return new Promise(() => undefined);
  const found = names[name];
  return found
    ? Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
    : Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
};

/** Everything that the person who asked for the feed is told. */
async function report(source: string, seconds: number): Promise<string> {
  const { hosts } = servers;
  const found = await fetchFeed(source, { hosts, resolve, limits: { seconds } });
  if ('refused' in found) return found.refused;
  const { items, leftOut, unread, refused } = readPartnerFeed(
    decodeFeed(found.bytes, found.contentType),
    found.address,
    hosts,
  );
  return [
    ...(refused === undefined ? [] : [refused]),
    ...items.slice(0, 3).map((each) => `${each.day} ${each.title} ${each.url}`),
    ...leftOut.slice(0, 3).map(({ title, reason }) => `没有取“${title}”：${reason}。`),
    ...(unread > 0 ? [`最后 ${String(unread)} 条没有看。`] : []),
  ].join('\n');
}

const short = (text: string): string => text.replaceAll('\n', ' / ').slice(0, 100);

async function expectReports(cases: readonly Case[], seconds = 120): Promise<void> {
  const found = await Promise.all(
    cases.map(async ([name, source, wanted]) => [name, await report(source, seconds), wanted] as const),
  );
  console.log(found.map(([name, said]) => `${name.padEnd(34)} ${short(said)}`).join('\n'));
  const wrong = found.filter(([, said, wanted]) =>
    typeof wanted === 'string' ? !said.includes(wanted) : !wanted.test(said),
  );
  expect(wrong.map(([name, said]) => `${name}: ${short(said)}`)).toEqual([]);
  for (const [name, said] of found) {
    expect(said, name).not.toBe('');
    expect(said.length, name).toBeLessThan(1500);
  }
}

test('servers that keep us waiting are given up', async () => {
  await expectReports(slowAnswers(servers), 1);
});

test('servers that answer badly end with a sentence', async () => {
  await expectReports(badAnswers(servers));
});

test('redirects lead only to public addresses of the web', async () => {
  await expectReports(badRedirects(servers));
  expect(servers.insideRequests).toEqual([]);
});

test('absurd entries are left out with a reason', async () => {
  await expectReports(badFeeds(servers));
});
