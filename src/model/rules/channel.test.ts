import { expect, test } from 'vitest';
import { saidOf } from './said-of.ts';

const said = (...kinds: string[]): string[] =>
  saidOf('channel', `title: 我要反映\nways:\n${kinds.map((kind) => `  - kind: ${kind}`).join('\n')}`);

test('a channel has a way for those without a smartphone', () => {
  expect(said('online', 'online')).toEqual([
    '在哪里说（渠道）：“渠道”只有网上的，请至少加一种不用手机上网的办法，如电话、当面或意见箱。',
  ]);
  expect(said('online', 'phone')).toEqual([]);
  expect(said('phone')).toEqual([]);
});
