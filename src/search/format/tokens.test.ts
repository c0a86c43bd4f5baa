import { expect, test } from 'vitest';
import { everyQueryTokenOf, queryTokensOf, tokensOf } from './tokens.ts';

const pairs = (pieces: readonly { pair: string; offset: number }[]): string[] =>
  pieces.map(({ pair, offset }) => `${String(offset)}${pair}`);

test('a phrase is asked for by the fewest pairs that cover it', () => {
  expect(pairs(queryTokensOf('共驻'))).toEqual(['0共驻']);
  expect(pairs(queryTokensOf('共驻共'))).toEqual(['0共驻', '1驻共']);
  expect(pairs(queryTokensOf('共驻共建'))).toEqual(['0共驻', '2共建']);
  expect(pairs(everyQueryTokenOf('共驻共建'))).toEqual(['0共驻', '1驻共', '2共建']);
});

test('every pair of a text is a token of it, in plain letters and digits', () => {
  const tokens = tokensOf('共驻(2017)𠮷野');
  expect(tokens).toHaveLength(10);
  expect(tokens.every((token) => /^[0-9a-z]{6}$/.test(token))).toBe(true);
  for (const { token, offset } of everyQueryTokenOf('共驻(2017)𠮷野')) expect(tokens[offset]).toBe(token);
});

test('a single character is asked for as the beginning of a pair', () => {
  const [piece] = queryTokensOf('建');
  expect(tokensOf('共建')[1]?.startsWith(piece?.token ?? '?')).toBe(true);
});
