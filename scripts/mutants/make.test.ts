import { expect, test } from 'vitest';
import { mutantsOf, mutated, shownChange } from './make.ts';

/** Every changed version of a piece of code. */
const changes = (code: string): string[] => mutantsOf('a.ts', code).map((mutant) => mutated(code, mutant));

test.each<[code: string, changed: string[]]>([
  ['a < b;', ['a <= b;', 'a >= b;', ';']],
  ['x(a && b);', [';', 'x(a || b);']],
  ['x(a + 1);', [';', 'x(a - 1);']],
  ["x('一' + b);", [';', "x('' + b);"]],
  ['const f = () => list.filter(g);', ['const f = () => [];', 'const f = () => list;']],
  ['const f = () => [a];', ['const f = () => [];']],
  ['const f = () => ({ a });', ['const f = () => undefined;']],
  ['const f = () => true;', ['const f = () => false;']],
  ['const p = /^a+b?/;', ['const p = /a+b?/;', 'const p = /^a*b?/;', 'const p = /^a+b/;']],
  ['const p = /[+?]\\+a{2,3}/;', ['const p = /[+?]\\+a/;']],
  [
    'const c = a ? b : d;',
    ['const c = false ? b : d;', 'const c = !(a) ? b : d;', 'const c = true ? b : d;'],
  ],
])('makes every wrong version of %s', (code, changed) => {
  expect(changes(code).sort()).toEqual([...changed].sort());
});

test('removes statements and conditions, but makes no loop endless', () => {
  const code = 'function f() {\n  if (a) return b;\n  while (c) d();\n}';
  expect(mutantsOf('a.ts', code).map((each) => `${String(each.line)} ${shownChange(each)}`)).toEqual([
    '2 a → false',
    '2 a → !(a)',
    '2 a → true',
    '2 if (a) return b; → ;',
    '3 c → false',
    '3 c → !(c)',
  ]);
});

test('skips types, imports and messages for developers', () => {
  expect(changes("import a from './a.ts';\ntype T = 'a' | 'b';\ninterface I { a: 'b' }")).toEqual([]);
  expect(changes("throw new Error('Nothing there.');")).toEqual([]);
  expect(changes("throw new Refusal(404, '没有');")).not.toEqual([]);
  expect(changes("console.log('a');")).toEqual([]);
});
