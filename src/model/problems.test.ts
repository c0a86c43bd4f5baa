import { expect, test } from 'vitest';
import { withoutRepetition } from './problems.ts';
import type { Problem } from './problems.ts';

const many = (count: number, message: (at: number) => string, file = 'a.md'): Problem[] =>
  Array.from({ length: count }, (_, at) => ({ file, line: at + 1, message: message(at) }));

test('the first fifty of a kind are shown, and how many more there are', () => {
  const shown = withoutRepetition(many(1000, (at) => `链接“/b${String(at)}/”在本站没有对应的页面，请改正。`));
  expect(shown).toHaveLength(51);
  expect(shown[49]?.line).toBe(50);
  expect(shown[50]).toEqual({
    file: 'a.md',
    message: '另有 950 处和上面的相似，这里不再列出。请先改好上面的，再检查一次。',
  });
});

test('other kinds and other files are not hidden behind them', () => {
  const problems = [
    ...many(60, (at) => `“${String(at)}”不是日期。`),
    ...many(1, () => '标题是空的。'),
    ...many(60, (at) => `“${String(at)}”不是日期。`, 'b.md'),
  ];
  const shown = withoutRepetition(problems);
  expect(shown.map(({ message }) => message)).toContain('标题是空的。');
  expect(shown.filter(({ file }) => file === 'b.md')).toHaveLength(51);
});

test('a file has two hundred at most, whatever they say', () => {
  const shown = withoutRepetition(many(1000, (at) => String.fromCodePoint(0x4e00 + at)));
  expect(shown).toHaveLength(201);
});

test('few problems stay as they are, and a second look changes nothing', () => {
  const few = many(50, () => '空的。');
  expect(withoutRepetition(few)).toEqual(few);
  const once = withoutRepetition(many(1000, () => '空的。'));
  expect(withoutRepetition(once)).toEqual(once);
});
