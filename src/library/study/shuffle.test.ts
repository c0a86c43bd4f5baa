import { expect, test } from 'vitest';
import { shuffled } from './shuffle.ts';

const steps = ['征集', '主体', '公告', '协商'];

test('the same seed gives the same order, and nothing is lost', () => {
  expect(shuffled(steps, 'liubu#1')).toEqual(shuffled(steps, 'liubu#1'));
  expect(shuffled(steps, 'liubu#1').toSorted()).toEqual(steps.toSorted());
});

test('no seed ever leaves things in the order that is the answer', () => {
  for (let number = 0; number < 500; number++) {
    expect(shuffled(['甲', '乙'], `q#${String(number)}`)).toEqual(['乙', '甲']);
    expect(shuffled(['甲', '乙', '丙'], `q#${String(number)}`)).not.toEqual(['甲', '乙', '丙']);
  }
});

test('different seeds differ, and every place is reached', () => {
  const firsts = Array.from({ length: 200 }, (_, number) => shuffled(steps, `q#${String(number)}`)[0]);
  expect(new Set(firsts)).toEqual(new Set(steps));
});

test('one thing stays', () => {
  expect(shuffled(['甲'], 'q')).toEqual(['甲']);
});
