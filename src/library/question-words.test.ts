import { expect, test } from 'vitest';
import { mixed, questionWords } from './question-words.ts';
import type { Question } from './question-words.ts';

const asked = (question: Partial<Question>): Question => ({
  number: 1,
  kind: 'single',
  text: '哪一步最常漏掉？',
  explanation: '检查最常漏掉。',
  basis: '《四个字》一',
  passage: '/materials/pdca/#h-一',
  ...question,
});

test('the right choices are named by letter and text, and whys stand with their letters', () => {
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

test('a statement that is wrong says so', () => {
  expect(questionWords(asked({ kind: 'judge', truth: 'wrong' })).answer).toEqual(['不对']);
});

test('what is to be put in order stands in another order, and the letters of the answer lead back to the right one', () => {
  const options = ['征集', '主体', '公告', '协商'].map((text) => ({ text }));
  const { choices, answer } = questionWords(asked({ kind: 'order', options }));
  expect(choices.map(({ text }) => text)).not.toEqual(['征集', '主体', '公告', '协商']);
  const letters = answer[0]?.split('—') ?? [];
  expect(letters.map((letter) => choices.find(({ label }) => label === letter)?.text)).toEqual([
    '征集',
    '主体',
    '公告',
    '协商',
  ]);
  expect(answer[1]).toBe('征集、主体、公告、协商');
});

test('halves find each other by number and letter', () => {
  const options = [
    { text: '征集', pair: '征集单' },
    { text: '主体', pair: '名单' },
    { text: '公告', pair: '原件' },
  ];
  const { choices, partners, answer } = questionWords(asked({ kind: 'match', options }));
  const found = (answer[0] ?? '').split('，').map((pair) => {
    const [number, letter] = pair.split('—');
    const half = choices.find(({ label }) => label === number)?.text;
    return [half, partners.find(({ label }) => label === letter)?.text];
  });
  expect(found).toEqual(options.map(({ text, pair }) => [text, pair]));
  expect(partners.map(({ text }) => text)).not.toEqual(['征集单', '名单', '原件']);
});

test('gaps part the text, and other ways to write an answer are named', () => {
  const options = [{ text: '实施' }, { text: '检查 / 核查' }];
  const words = questionWords(asked({ kind: 'blank', text: '策划、____、____、改进。', options }));
  expect(words.pieces).toEqual(['策划、', '、', '、改进。']);
  expect(words.answer).toEqual(['第 1 空：实施', '第 2 空：检查（写“核查”也对）']);
});

test('mixing is the same in every build and never the order it was given', () => {
  for (const seed of ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛']) {
    const list = ['一', '二', '三'];
    expect(mixed(list, seed)).toEqual(mixed(list, seed));
    expect(mixed(list, seed)).not.toEqual(list);
    expect(mixed(list, seed).toSorted()).toEqual(list.toSorted());
  }
});
