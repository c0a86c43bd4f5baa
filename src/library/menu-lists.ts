import { menus as description } from '../model/collections/menus.ts';
import { weekdays } from '../model/vocabulary/weekdays.ts';
import { daysAfter } from '../model/days.ts';
import { chineseMonthDay } from '../site/dates.ts';
import { menusOn } from './ledgers/menus.ts';
import type { Part, Row } from './ledgers/row.ts';
import { allOf } from './queries.ts';
import type { Article } from './article.ts';

type Dish = Part<'menus', 'dishes'>;
const { marks, allergens } = description.fields.dishes.fields;

/** 软烂、少盐 … in the words of the form. */
export const dishMarks = (dish: Dish): string[] => (dish.marks ?? []).map((mark) => marks.options[mark]);

/** 含蛋、大豆 */
export function allergensOf(dish: Dish): string | undefined {
  const words = (dish.allergens ?? []).map((each) => allergens.options[each]);
  return words.length === 0 ? undefined : `含${words.join('、')}`;
}

/**
 * Rule: dishes served on every day the canteen is open, when that is three days or more. They are said once: seven
 * times 白米饭 hides what changes, and a sheet of A4 has no room for it.
 */
export function dailyDishes({ data }: Row<'menus'>): Dish[] {
  const open = Object.keys(weekdays).filter(
    (day) => !(data.closedDays as string[] | undefined)?.includes(day),
  );
  if (open.length < 3) return [];
  return data.dishes.filter(({ days }) => open.every((day) => (days as string[]).includes(day)));
}

/** 11月23日—29日 */
export function weekWords({ data }: Row<'menus'>): string {
  const last = daysAfter(data.week, 6);
  const end = chineseMonthDay(last);
  return `${chineseMonthDay(data.week)}—${last.slice(5, 7) === data.week.slice(5, 7) ? end.replace(/^\d+月/, '') : end}`;
}

export interface MenuShelf {
  now: Article<'menus'>[];
  /** Weeks that begin after today, nearest first. */
  coming: Article<'menus'>[];
  /** Weeks that are over, newest first. */
  past: Article<'menus'>[];
}

export async function menuShelf(today: string): Promise<MenuShelf> {
  const menus = await allOf('menus');
  const now = menusOn(menus, today);
  const others = menus.filter((menu) => !now.includes(menu));
  return {
    now,
    coming: others
      .filter(({ data }) => data.week > today)
      .sort((a, b) => a.data.week.localeCompare(b.data.week)),
    past: others.filter(({ data }) => data.week <= today),
  };
}
