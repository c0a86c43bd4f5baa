import { expect, test } from 'vitest';
import { dayOfMenu, menusOn, weekOf } from './menu-days.ts';
import type { Row } from '../row.ts';

const menu: Row<'menus'> = {
  slug: 'm',
  address: '/menus/2026/m/',
  data: {
    title: '菜单',
    slug: 'm',
    canteen: 'shitang',
    place: '一食堂',
    week: '2026-03-16',
    closedDays: ['sun'],
    dishes: [
      { name: '清蒸鱼', days: ['mon', 'wed'], meal: 'lunch', allergens: ['fish'] },
      { name: '白粥', days: ['mon', 'tue'], meal: 'breakfast', marks: ['soft'] },
    ],
  },
};

test('puts a dish under each of its days, and meals in order of the day', () => {
  expect(
    weekOf(menu).map(({ day, weekday, closed, meals }) => [
      day,
      weekday,
      closed,
      meals.map(({ label }) => label),
    ]),
  ).toEqual([
    ['2026-03-16', '星期一', false, ['早餐', '午餐']],
    ['2026-03-17', '星期二', false, ['早餐']],
    ['2026-03-18', '星期三', false, ['午餐']],
    ['2026-03-19', '星期四', false, []],
    ['2026-03-20', '星期五', false, []],
    ['2026-03-21', '星期六', false, []],
    ['2026-03-22', '星期日', true, []],
  ]);
  expect(menusOn([menu], '2026-03-22')).toEqual([menu]);
  expect(menusOn([menu], '2026-03-23')).toEqual([]);
  expect(menusOn([menu], '2026-03-15')).toEqual([]);
  expect(dayOfMenu(menu, '2026-03-18')?.meals[0]?.dishes[0]?.name).toBe('清蒸鱼');
});
