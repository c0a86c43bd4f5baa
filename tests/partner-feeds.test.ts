import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../src/library/partner-feeds/feed-day.ts';
import { decodeFeed } from '../src/library/partner-feeds/decode-feed.ts';
import { readPartnerFeed } from '../src/library/partner-feeds/partner-feed.ts';

const fixtures = path.resolve(import.meta.dirname, 'fixtures/feeds');

/** The report on a feed, in the form of `expected.txt` of the fixtures. */
function report(name: string, bytes: Uint8Array, contentType?: string): string {
  const { items, leftOut, refused } = readPartnerFeed(decodeFeed(bytes, contentType));
  return [
    name,
    ...items.map(({ day, title, url }) => `  ${day} ${title} ${url}`),
    ...leftOut.map(({ title, reason }) => `  没有取“${title}”：${reason}。`),
    ...(refused === undefined ? [] : [`  ${refused}`]),
    '',
  ].join('\n');
}

test('reads the entries of every feed with the right day, or reports why not', async () => {
  const names = (await readdir(fixtures)).filter((name) => name !== 'expected.txt').sort();
  const found = await Promise.all(
    names.map(async (name) => report(name, await readFile(path.join(fixtures, name)))),
  );
  await expect(found.join('')).toMatchFileSnapshot(path.join(fixtures, 'expected.txt'));
});

test.each([
  ['2026-03-04T23:30:00+0800', '2026-03-04'],
  ['2026-03-04T23:30:00-08:00', '2026-03-05'],
  ['2026-03-04 00:30', '2026-03-04'],
  ['2026.03.04', '2026-03-04'],
  // A date without a time is that day, whatever its time zone.
  ['2026-03-05+14:00', '2026-03-05'],
  ['２０２６年３月４日', '2026-03-04'],
  ['2026年03月04日10时30分', '2026-03-04'],
  ['2026年3月4日（星期三）09:30', '2026-03-04'],
  ['2026年3月4日(周三) 凌晨1点30分', '2026-03-04'],
  ['星期三，2026-03-04 早上9:00', '2026-03-04'],
  ['2026-03-04 中午12:10 GMT', '2026-03-04'],
  ['2026-03-04 中午1:10 UTC+1', '2026-03-04'],
  ['2026-03-04 傍晚6:10 GMT', '2026-03-05'],
  ['20260304', '2026-03-04'],
  ['20260304T173000Z', '2026-03-05'],
  ['1772643600000', '2026-03-05'],
  ['04 Mar 2026', '2026-03-04'],
  ['Wed, 4 Mar 26 18:00 UT', '2026-03-05'],
  ['Wednesday, 04-Mar-26 18:00:00 GMT', '2026-03-05'],
  ['March 4, 2026 11:30 PM', '2026-03-04'],
  ['4 March 2026 11:30 pm GMT', '2026-03-05'],
  ['Wed Mar 04 2026 23:30:00 GMT+0800 (中国标准时间)', '2026-03-04'],
  ['Wed, 04 Mar 2026 16:00:00 UTC+8', '2026-03-04'],
  ['2026-03-04T12:00:00 PDT', '2026-03-05'],
  ['04/04/2026', '2026-04-04'],
  ['31.12.2025', '2025-12-31'],
  ['12/31/2025 8:00', '2025-12-31'],
])('%s is a day in Beijing', (written, day) => expect(dayOf(written)).toEqual({ day }));

test.each([
  ['04-03-2026', '日期写的是“04-03-2026”，看不出是 4 月 3 日还是 3 月 4 日'],
  ['03/04/26', '日期写的是“03/04/26”，看不出哪个是年'],
  ['2026-13-01', '日期写的是“2026-13-01”，没有这样的日子'],
  ['2026-03-04T25:00:00Z', '日期写的是“2026-03-04T25:00:00Z”，没有这样的日子'],
  ['0001-01-01T00:00:00Z', '日期写的是“0001-01-01T00:00:00Z”，多半是对方没有填'],
  ['3小时前', '日期写的是“3小时前”，看不懂'],
  ['2026-03-04T12:00:00 QQQ', '日期的时区“QQQ”看不懂'],
])('%s is left out', (written, reason) => expect(dayOf(written)).toEqual({ reason }));

test('trusts the server’s encoding only when the bytes agree', async () => {
  const feed = async (name: string): Promise<Uint8Array> => readFile(path.join(fixtures, name));
  const title = '居民停水通知';
  expect(decodeFeed(await feed('gbk-undeclared.xml'), 'text/xml; charset=utf-8')).toContain(title);
  expect(decodeFeed(await feed('gbk-undeclared.xml'), 'text/xml; charset=ISO-8859-1')).toContain(title);
  expect(decodeFeed(await feed('utf8-declared-gbk.xml'), 'text/xml; charset=gb2312')).toContain(title);
  expect(decodeFeed(await feed('gbk-declared.xml'), 'text/xml; charset=no-such-thing')).toContain(title);
  // The bytes of 停水 in GBK are also valid UTF-8.
  expect(decodeFeed(Uint8Array.from([0xcd, 0xa3, 0xcb, 0xae]), 'text/xml; charset=GBK')).toBe('停水');
});

test('resolves relative links against the feed’s address, and a page’s link to its feed', async () => {
  const read = async (name: string) =>
    readPartnerFeed(decodeFeed(await readFile(path.join(fixtures, name))), 'https://a.example.cn/news/feed');
  expect((await read('rss-no-home.xml')).items[0]?.url).toBe('https://a.example.cn/1');
  expect((await read('page.html')).refused).toContain('“https://a.example.cn/feed.xml”');
});

test('reports a sign-in page, whatever its title', () => {
  for (const head of ['<html><title>办公门户</title>', '<!-- 门户 -->', '']) {
    const door = `${head}<form><input type="PASSWORD"></form>`;
    expect(readPartnerFeed(door).refused, head).toContain('要先登录才给看');
  }
});

test('reads a feed after a warning in markup', () => {
  const feed =
    '<rss version="2.0"><channel><item><title>一</title><link>https://a.example.cn/</link><pubDate>2026-03-04</pubDate></item></channel></rss>';
  expect(readPartnerFeed(`<p>Warning: mysql_connect()</p>\n<?xml version="1.0"?>${feed}`).items).toHaveLength(
    1,
  );
});

test('stops quickly on endless markup', () => {
  const long = '<'.repeat(200_000);
  expect(readPartnerFeed(`<html>${long}`).refused).toContain('网页');
  expect(dayOf(`Wed, ${' '.repeat(100_000)}x`)).toHaveProperty('reason');
  expect(dayOf('1'.repeat(100_000))).toHaveProperty('reason');
});
