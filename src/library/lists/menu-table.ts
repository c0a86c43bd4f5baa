import { weekdays } from '../../model/vocabulary/weekdays.ts';
import { weekOf } from '../ledgers/life/menu-days.ts';
import type { DayMenu } from '../ledgers/life/menu-days.ts';
import type { Part, Row } from '../ledgers/row.ts';

type Menu = Row<'menus'>;
type Dish = Part<'menus', 'dishes'>;

/** A week of meals as a table: the daily dishes, the columns, and the days without the daily dishes. */
export interface MenuTable {
  daily: { label: string; dishes: Dish[] }[];
  /** One for each meal served in the week. */
  meals: { meal: Dish['meal']; label: string }[];
  days: DayMenu[];
}

export function menuTable(menu: Menu): MenuTable {
  const everyDay = dailyDishes(menu);
  const days = weekOf(menu);
  const labels = new Map(days.flatMap((day) => day.meals.map(({ meal, label }) => [meal, label] as const)));
  const meals = [...labels].map(([meal, label]) => ({ meal, label }));
  return {
    daily: meals
      .map(({ meal, label }) => ({ label, dishes: everyDay.filter((dish) => dish.meal === meal) }))
      .filter(({ dishes }) => dishes.length > 0),
    meals,
    days: days.map((day) => ({
      ...day,
      meals: day.meals.map((meal) => ({
        ...meal,
        dishes: meal.dishes.filter((dish) => !everyDay.includes(dish)),
      })),
    })),
  };
}

/**
 * Rule: dishes served on every day the canteen is open, if that is three days or more. They are listed once: seven
 * times 白米饭 would hide what changes, and A4 has no room for it.
 */
function dailyDishes({ data }: Menu): Dish[] {
  const open = Object.keys(weekdays).filter(
    (day) => !(data.closedDays as string[] | undefined)?.includes(day),
  );
  if (open.length < 3) return [];
  return data.dishes.filter(({ days }) => open.every((day) => (days as string[]).includes(day)));
}
