import { expect, test } from 'vitest';
import { answerLines } from './presented-question.ts';
import type { PresentedQuestion } from './presented-question.ts';
import { isCompleteAnswer, gradeAnswer } from './grading.ts';

const presented = (kind: PresentedQuestion['kind'], rest: Partial<PresentedQuestion>): PresentedQuestion => ({
  number: 1,
  kind,
  text: '',
  options: [],
  shown: [],
  explanation: '',
  basis: '',
  passage: { label: '', address: '' },
  ...rest,
});
const verdict = (question: PresentedQuestion, ...given: string[]): string =>
  gradeAnswer(question, given).verdict;

test('a single choice is right or wrong', () => {
  const single = presented('single', { options: [{ text: '甲' }, { text: '乙', right: true }] });
  expect(verdict(single, '1')).toBe('right');
  expect(verdict(single, '0')).toBe('wrong');
  expect(isCompleteAnswer(single, [])).toBe(false);
  expect(answerLines(single)).toEqual(['B. 乙']);
});

test('a multiple choice with one option too few or too many is near if something is right', () => {
  const multiple = presented('multiple', {
    options: [{ text: '甲', right: true }, { text: '乙', right: true }, { text: '丙' }],
  });
  expect(verdict(multiple, '1', '0')).toBe('right');
  expect(gradeAnswer(multiple, ['0'])).toEqual({ verdict: 'near', off: [1] });
  expect(gradeAnswer(multiple, ['0', '1', '2'])).toEqual({ verdict: 'near', off: [2] });
  expect(verdict(multiple, '0', '2')).toBe('wrong');
  expect(verdict(multiple, '2')).toBe('wrong');
  expect(answerLines(multiple)).toEqual(['A. 甲', 'B. 乙']);
});

test('a judgement is right or wrong', () => {
  const judge = presented('judge', { truth: 'wrong' });
  expect(verdict(judge, 'wrong')).toBe('right');
  expect(verdict(judge, 'right')).toBe('wrong');
  expect(answerLines(judge)).toEqual(['这句话不对']);
});

test('an order with two exchanged items is near, a rotated one is wrong', () => {
  const order = presented('order', { options: ['策划', '实施', '检查', '改进'].map((text) => ({ text })) });
  expect(verdict(order, '0', '1', '2', '3')).toBe('right');
  expect(gradeAnswer(order, ['0', '2', '1', '3'])).toEqual({ verdict: 'near', off: [1, 2] });
  expect(verdict(order, '1', '2', '3', '0')).toBe('wrong');
  expect(isCompleteAnswer(order, [])).toBe(false);
});

test('pairs need all halves, and two exchanged ones are near', () => {
  const match = presented('match', {
    options: [
      { text: '需求', pair: '等了多少天' },
      { text: '资源', pair: '几点可以约' },
      { text: '项目', pair: '谁在哪天做完' },
    ],
  });
  expect(isCompleteAnswer(match, ['0', '', '2'])).toBe(false);
  expect(verdict(match, '0', '1', '2')).toBe('right');
  expect(verdict(match, '1', '0', '2')).toBe('near');
  // The same half in all places is not an exchange.
  expect(verdict(match, '0', '0', '0')).toBe('wrong');
  expect(answerLines(match)[0]).toBe('需求 —— 等了多少天');
});

test('gaps accept other spellings, spaces, widths and marks', () => {
  const blank = presented('blank', { options: [{ text: '协商 / 商量' }, { text: 'PDCA' }] });
  expect(verdict(blank, '协商', 'PDCA')).toBe('right');
  expect(verdict(blank, ' “商量”。', 'ｐｄｃａ')).toBe('right');
  expect(gradeAnswer(blank, ['协商', 'PCDA'])).toEqual({ verdict: 'near', off: [1] });
  expect(verdict(blank, '议', 'PCDA')).toBe('wrong');
  expect(isCompleteAnswer(blank, ['协商', ' '])).toBe(false);
  expect(answerLines(blank)).toEqual(['第 1 空：协商（也可以写“商量”）', '第 2 空：PDCA']);
});

test('ignores a full stop at the end, but not a point in a number', () => {
  const blank = presented('blank', { options: [{ text: '3.5' }] });
  expect(verdict(blank, '3.5。')).toBe('right');
  expect(verdict(blank, '35')).toBe('wrong');
});

test('a single gap is right or wrong', () => {
  const blank = presented('blank', { options: [{ text: '检查' }] });
  expect(verdict(blank, '检查')).toBe('right');
  expect(verdict(blank, '改进')).toBe('wrong');
  expect(answerLines(blank)).toEqual(['检查']);
});
