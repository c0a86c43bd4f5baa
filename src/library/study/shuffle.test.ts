import { expect, test } from 'vitest';
import { shuffled } from './shuffle.ts';

const steps = ['征集', '主体', '公告', '协商'];

test('gives the same order for the same seed and loses nothing', () => {
  expect(shuffled(steps, 'liubu#1')).toEqual(shuffled(steps, 'liubu#1'));
  expect(shuffled(steps, 'liubu#1').toSorted()).toEqual(steps.toSorted());
});

test('never keeps the original order', () => {
  for (let number = 0; number < 500; number++) {
    expect(shuffled(['甲', '乙'], `q#${String(number)}`)).toEqual(['乙', '甲']);
    expect(shuffled(['甲', '乙', '丙'], `q#${String(number)}`)).not.toEqual(['甲', '乙', '丙']);
  }
});

test('gives different orders for different seeds, with every item first in some', () => {
  const firsts = Array.from({ length: 200 }, (_, number) => shuffled(steps, `q#${String(number)}`)[0]);
  expect(new Set(firsts)).toEqual(new Set(steps));
});

test('keeps a list of one', () => {
  expect(shuffled(['甲'], 'q')).toEqual(['甲']);
});
