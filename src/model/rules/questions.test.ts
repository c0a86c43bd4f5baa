import { expect, test } from 'vitest';
import { saidOf } from './said-of.ts';

/** What is said of one question of this kind, with options that are right where a star says so. */
function said(kind: string, ...options: string[]): string[] {
  const parts = options.map((each) =>
    each.startsWith('*')
      ? `      - text: ${each.slice(1)}\n        right: true`
      : `      - text: ${each}\n        why: 不是`,
  );
  const question = `  - number: 1\n    kind: ${kind}\n    text: 问\n    options:\n${parts.join('\n')}`;
  return saidOf('quizzes/ce', `title: 自测\nslug: ce\nquestions:\n${question}`).filter((each) =>
    /选题/.test(each),
  );
}
const none = '多选题一个对的选项也没有';
const all = '多选题的选项全是对的';

test('a question with several right answers has some, and not all', () => {
  expect(said('multiple', '*甲', '*乙', '丙')).toEqual([]);
  expect(said('multiple', '甲', '乙', '丙')).toEqual([expect.stringContaining(none)]);
  expect(said('multiple', '*甲', '*乙', '*丙')).toEqual([expect.stringContaining(all)]);
  // With too few to choose from, that alone is said.
  expect(said('multiple', '甲', '乙').filter((each) => each.includes(none))).toEqual([]);
  expect(said('multiple', '*甲', '*乙').filter((each) => each.includes(all))).toEqual([]);
});

test('a question with one right answer has exactly one', () => {
  const sentence = (count: number): string => `单选题要正好有一个对的选项，现在有 ${String(count)} 个`;
  expect(said('single', '*甲', '乙')).toEqual([]);
  expect(said('single', '甲', '乙')).toEqual([expect.stringContaining(sentence(0))]);
  expect(said('single', '*甲', '*乙')).toEqual([expect.stringContaining(sentence(2))]);
});
