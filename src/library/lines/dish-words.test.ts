import { expect, test } from 'vitest';
import { allergensOf, dishMarks } from './dish-words.ts';

const dish = { name: '蒸蛋', days: ['mon' as const], meal: 'lunch' as const };

test('whom a dish suits and what it contains is said in words', () => {
  expect(dishMarks({ ...dish, marks: ['soft'] })).toEqual(['软烂']);
  expect(allergensOf({ ...dish, allergens: ['egg', 'soy'] })).toBe('含蛋、大豆');
});

test('a dish that says nothing of it shows nothing', () => {
  expect(dishMarks(dish)).toEqual([]);
  expect(allergensOf(dish)).toBeUndefined();
  expect(allergensOf({ ...dish, allergens: [] })).toBeUndefined();
});
