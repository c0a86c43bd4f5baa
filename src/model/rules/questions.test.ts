import { expect, test } from 'vitest';
import { messagesFor } from './messages-for.ts';

/** The messages about a question of this kind. A star marks a right option. */
function check(kind: string, ...options: string[]): string[] {
  const parts = options.map((each) =>
    each.startsWith('*')
      ? `      - text: ${each.slice(1)}\n        right: true`
      : `      - text: ${each}\n        why: 不是`,
  );
  const question = `  - number: 1\n    kind: ${kind}\n    text: 问\n    options:\n${parts.join('\n')}`;
  return messagesFor('quizzes/ce', `title: 自测\nslug: ce\nquestions:\n${question}`).filter((each) =>
    /选题/.test(each),
  );
}
const none = '多选题一个对的选项也没有';
const all = '多选题的选项全是对的';

test('a multiple choice has at least one right and one wrong option', () => {
  expect(check('multiple', '*甲', '*乙', '丙')).toEqual([]);
  expect(check('multiple', '甲', '乙', '丙')).toEqual([expect.stringContaining(none)]);
  expect(check('multiple', '*甲', '*乙', '*丙')).toEqual([expect.stringContaining(all)]);
  // If there are too few options, only that is reported.
  expect(check('multiple', '甲', '乙').filter((each) => each.includes(none))).toEqual([]);
  expect(check('multiple', '*甲', '*乙').filter((each) => each.includes(all))).toEqual([]);
});

test('a single choice has exactly one right option', () => {
  const sentence = (count: number): string => `单选题要正好有一个对的选项，现在有 ${String(count)} 个`;
  expect(check('single', '*甲', '乙')).toEqual([]);
  expect(check('single', '甲', '乙')).toEqual([expect.stringContaining(sentence(0))]);
  expect(check('single', '*甲', '*乙')).toEqual([expect.stringContaining(sentence(2))]);
});
