import { expect, test } from 'vitest';
import type { Part, Row } from '../ledgers/row.ts';
import { menuTable } from './menu-table.ts';

type Dish = Part<'menus', 'dishes'>;

const menu = (dishes: Dish[], closedDays: Row<'menus'>['data']['closedDays']): Row<'menus'> => ({
  slug: 'm',
  address: '/menus/2026/m/',
  data: {
    title: '菜单',
    slug: 'm',
    canteen: 'shitang',
    place: '一食堂',
    week: '2026-03-16',
    closedDays,
    dishes,
  },
});
const rice: Dish = { name: '白米饭', days: ['mon', 'tue', 'wed'], meal: 'lunch' };
const fish: Dish = { name: '清蒸鱼', days: ['mon'], meal: 'lunch' };
const porridge: Dish = { name: '白粥', days: ['tue'], meal: 'breakfast' };
const weekend = ['thu', 'fri', 'sat', 'sun'] as const;

test('lists daily dishes once, and not again under the days', () => {
  const { daily, days } = menuTable(menu([rice, fish, porridge], [...weekend]));
  expect(daily).toEqual([{ label: '午餐', dishes: [rice] }]);
  expect(days.map(({ meals }) => meals.flatMap(({ dishes }) => dishes.map(({ name }) => name)))).toEqual([
    ['清蒸鱼'],
    ['白粥'],
    [],
    [],
    [],
    [],
    [],
  ]);
});

test('has a column for each meal, even if it has only daily dishes', () => {
  const { meals } = menuTable(menu([rice, porridge], [...weekend]));
  expect(meals.map(({ meal }) => meal).sort()).toEqual(['breakfast', 'lunch']);
});

test('has no daily dishes in a week of two days', () => {
  const { daily } = menuTable(menu([rice], ['wed', ...weekend]));
  expect(daily).toEqual([]);
});
