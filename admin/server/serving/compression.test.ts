import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { negotiateEncoding, createCompressor, worthCompressing } from './compression.ts';

test.each([
  ['gzip, deflate, br', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0, gzip;q=0', undefined],
  ['br;q=0.5', 'br'],
  ['br; q=0.05, gzip', 'br'],
  ['identity', undefined],
  [undefined, undefined],
])('for %j, chooses %j', (accepted, chosen) => {
  expect(negotiateEncoding(accepted)).toBe(chosen);
});

test('compresses a file once for each encoding', async () => {
  const pack = createCompressor();
  const content = Buffer.from('共驻共建'.repeat(300));
  const packed = await pack('/a', 'gzip', content);
  expect(gunzipSync(packed).equals(content)).toBe(true);
  expect(await pack('/a', 'gzip', Buffer.from('other'))).toBe(packed);
  expect(await pack('/a', 'br', content)).not.toBe(packed);
  expect(await pack('/b', 'gzip', content)).not.toBe(packed);
});

test('does not compress fixture files', () => {
  expect([699, 700].map(worthCompressing)).toEqual([false, true]);
});
