import { expect, test } from 'vitest';
import { allergensOf, dishMarks } from './dish-words.ts';

const dish = { name: '蒸蛋', days: ['mon' as const], meal: 'lunch' as const };

test('lists marks and allergens in words', () => {
  expect(dishMarks({ ...dish, marks: ['soft'] })).toEqual(['软烂']);
  expect(allergensOf({ ...dish, allergens: ['egg', 'soy'] })).toBe('含蛋、大豆');
});

test('shows nothing for a dish without marks and allergens', () => {
  expect(dishMarks(dish)).toEqual([]);
  expect(allergensOf(dish)).toBeUndefined();
  expect(allergensOf({ ...dish, allergens: [] })).toBeUndefined();
});
