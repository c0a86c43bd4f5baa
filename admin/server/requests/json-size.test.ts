import { expect, test } from 'vitest';
import { assertModestJson } from './json-size.ts';

const list = (count: number): string => `[${Array<string>(count).fill('0').join(',')}]`;
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test.each([
  ['a list of 5,000', list(5000)],
  ['20 levels', nested(20)],
  ['20 levels, a hundred times', `[${Array<string>(100).fill(nested(19)).join(',')}]`],
  ['brackets and commas in a text', JSON.stringify({ raw: '[{,}],'.repeat(20_000) })],
  ['quotes in a text', JSON.stringify({ raw: '"[,'.repeat(20_000), next: '\\' })],
  ['backslashes before the end of a text', JSON.stringify({ raw: '\\'.repeat(9), next: '[,'.repeat(9000) })],
  ['a text that does not end', `{"raw":"${'[,'.repeat(20_000)}`],
  ['a picture', JSON.stringify({ content: Buffer.alloc(9_000_000, 250).toString('base64') })],
  ['nothing', ''],
  ['more ends than beginnings', ']'.repeat(20_000)],
])('%s is modest', (_, text) => {
  expect(() => {
    assertModestJson(text);
  }).not.toThrow();
});

test.each([
  ['a list of 5,001', list(5001), 413],
  ['very many empty objects', `[${Array<string>(3000).fill('{}').join(',')}]`, 413],
  ['21 levels', nested(21), 400],
  ['21 levels of objects', `${'{"a":'.repeat(21)}0${'}'.repeat(21)}`, 400],
  ['levels after a text with quotes', `{"raw":"\\"\\\\","next":${nested(20)}}`, 400],
  [
    'a list after a text that ends with backslashes',
    `{"raw":"${'\\\\'.repeat(7)}","next":${list(5000)}}`,
    413,
  ],
])('%s is refused', (_, text, status) => {
  expect(() => {
    assertModestJson(text);
  }).toThrow(expect.objectContaining({ status }) as Error);
});
