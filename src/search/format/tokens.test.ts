import { expect, test } from 'vitest';
import { allQueryTokensOf, queryTokensOf, tokensOf } from './tokens.ts';

const pairs = (tokens: readonly { pair: string; offset: number }[]): string[] =>
  tokens.map(({ pair, offset }) => `${String(offset)}${pair}`);

test('searches a phrase by the fewest pairs that cover it', () => {
  expect(pairs(queryTokensOf('共驻'))).toEqual(['0共驻']);
  expect(pairs(queryTokensOf('共驻共'))).toEqual(['0共驻', '1驻共']);
  expect(pairs(queryTokensOf('共驻共建'))).toEqual(['0共驻', '2共建']);
  expect(pairs(allQueryTokensOf('共驻共建'))).toEqual(['0共驻', '1驻共', '2共建']);
});

test('makes a token of letters and digits from every pair of a text', () => {
  const tokens = tokensOf('共驻(2017)𠮷野');
  expect(tokens).toHaveLength(10);
  expect(tokens.every((token) => /^[0-9a-z]{6}$/.test(token))).toBe(true);
  for (const { token, offset } of allQueryTokensOf('共驻(2017)𠮷野')) expect(tokens[offset]).toBe(token);
});

test('searches a single character as the beginning of a pair', () => {
  const [single] = queryTokensOf('建');
  expect(tokensOf('共建')[1]?.startsWith(single?.token ?? '?')).toBe(true);
});
