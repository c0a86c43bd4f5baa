import { expect, test } from 'vitest';
import { authorOf } from './commit-author.ts';

const commit = (author: string, more = ''): Buffer =>
  Buffer.from(
    `tree ${'1'.repeat(40)}\nparent ${'2'.repeat(40)}\n${author}\n${more}\n标题\n\nauthor 假 <x@y> 1 +0800\n`,
  );
const at = '2026-03-15T01:30:00.000Z';

test.each([
  ['a Chinese name', 'author 张敏 <zhang@hub.invalid> 1773538200 +0800', ['张敏', 'zhang@hub.invalid', at]],
  ['a name with spaces and brackets', 'author A <b> 李 <li@x> 1773538200 +0000', ['A <b> 李', 'li@x', at]],
  ['no name', 'author <hub@hub.invalid> 1773538200 +0800', ['', 'hub@hub.invalid', at]],
  ['no address', 'author 王芳 <> 1773538200 -0330', ['王芳', '', at]],
  ['no date', 'author 王芳 <w@x>', ['王芳', 'w@x', undefined]],
  ['a date out of range', 'author 王芳 <w@x> 99999999999999999 +0800', ['王芳', 'w@x', undefined]],
  ['only a name', 'author 王芳', ['王芳', '', undefined]],
])('%s', (_, line, [name, email, moment]) => {
  expect(authorOf(commit(line))).toEqual({ name, email, at: moment });
});

test('decodes the encoding of the commit, or UTF-8 if it is unknown', () => {
  const [before, after] = [
    `tree ${'1'.repeat(40)}\nauthor `,
    ' <z@x> 1773538200 +0800\nencoding GBK\n\n标题\n',
  ];
  const gbk = Buffer.concat([Buffer.from(before), Buffer.from([0xd5, 0xc5, 0xc3, 0xf4]), Buffer.from(after)]);
  expect(authorOf(gbk).name).toBe('张敏');
  expect(authorOf(commit('author 张敏 <z@x> 1 +0800', 'encoding nonsense\n')).name).toBe('张敏');
});

test.each([['tree 1\n\nauthor x <y> 1 +0800\n'], ['author x <y> 1 +0800\n'], ['']])('rejects %j', (text) => {
  expect(() => authorOf(Buffer.from(text))).toThrow('Not a commit');
});
