import { expect, test } from 'vitest';
import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import { questionWords } from './question-words.ts';

const asked = (question: Partial<PresentedQuestion>): PresentedQuestion => ({
  number: 1,
  kind: 'single',
  text: '哪一步最常漏掉？',
  options: [],
  shown: [],
  explanation: '检查最常漏掉。',
  basis: '《四个字》一',
  passage: { label: '四个字', address: '/materials/pdca/#h-一' },
  ...question,
});

test('gives right choices by letter and text, and reasons by letter', () => {
  const options = [
    { text: '策划', why: '人人都写方案。' },
    { text: '检查', right: true },
  ];
  const { choices, answer, whys } = questionWords(asked({ options }));
  expect(choices).toEqual([
    { label: 'A', text: '策划' },
    { label: 'B', text: '检查' },
  ]);
  expect(answer).toEqual(['B. 检查']);
  expect(whys).toEqual([{ label: 'A', text: '人人都写方案。' }]);
});

test('answers a false statement', () => {
  expect(questionWords(asked({ kind: 'judge', truth: 'wrong' })).answer).toEqual(['不对']);
});

test('gives the right order in the letters of the printed choices', () => {
  const options = ['征集', '主体', '公告'].map((text) => ({ text }));
  const { choices, answer } = questionWords(asked({ kind: 'order', options, shown: [2, 0, 1] }));
  expect(choices.map(({ label, text }) => label + text)).toEqual(['A公告', 'B征集', 'C主体']);
  expect(answer).toEqual(['B → C → A']);
});

test('pairs halves by number and letter', () => {
  const options = [
    { text: '征集', pair: '征集单' },
    { text: '主体', pair: '名单' },
    { text: '公告', pair: '原件' },
  ];
  const { choices, partners, answer } = questionWords(asked({ kind: 'match', options, shown: [1, 2, 0] }));
  expect(choices.map(({ label, text }) => label + text)).toEqual(['1征集', '2主体', '3公告']);
  expect(partners.map(({ label, text }) => label + text)).toEqual(['A名单', 'B原件', 'C征集单']);
  expect(answer).toEqual(['1 配 C', '2 配 A', '3 配 B']);
});

test('splits the text at gaps and names alternative answers', () => {
  const options = [{ text: '实施' }, { text: '检查 / 核查' }];
  const words = questionWords(asked({ kind: 'blank', text: '策划、____、____、改进。', options }));
  expect(words.pieces).toEqual(['策划、', '、', '、改进。']);
  expect(words.answer).toEqual(['第 1 空：实施', '第 2 空：检查（写“核查”也对）']);
});
