import { expect, test } from 'vitest';
import { messagesFor } from './messages-for.ts';

const check = (...kinds: string[]): string[] =>
  messagesFor('channel', `title: 我要反映\nways:\n${kinds.map((kind) => `  - kind: ${kind}`).join('\n')}`);

test('requires a way for people without a smartphone', () => {
  expect(check('online', 'online')).toEqual([
    '在哪里说（渠道）：“渠道”只有网上的，请至少加一种不用手机上网的办法，如电话、当面或意见箱。',
  ]);
  expect(check('online', 'phone')).toEqual([]);
  expect(check('phone')).toEqual([]);
});
