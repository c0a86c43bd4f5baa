import { menus as description } from '../../../model/collections/menus.ts';
import { weekdays } from '../../../model/vocabulary/weekdays.ts';
import { daysAfter, daysBetween } from '../../../model/calendar-days.ts';
import type { Part, Row } from '../row.ts';

type Menu = Row<'menus'>;
type Dish = Part<'menus', 'dishes'>;
type Weekday = keyof typeof weekdays;

const weekdayKeys = Object.keys(weekdays) as Weekday[];

export interface DayMenu {
  day: string;
  weekday: string;
  closed: boolean;
  /** Meals with dishes, from morning to evening. */
  meals: { meal: Dish['meal']; label: string; dishes: Dish[] }[];
}

/** Rule: seven days from the menu's Monday; a dish is under each of its days. */
export function weekOf({ data }: Menu): DayMenu[] {
  const meals = Object.entries(description.fields.dishes.fields.meal.options) as [Dish['meal'], string][];
  return weekdayKeys.map((key, index) => ({
    day: daysAfter(data.week, index),
    weekday: weekdays[key],
    closed: data.closedDays?.includes(key) ?? false,
    meals: meals
      .map(([meal, label]) => ({
        meal,
        label,
        dishes: data.dishes.filter((dish) => dish.meal === meal && dish.days.includes(key)),
      }))
      .filter(({ dishes }) => dishes.length > 0),
  }));
}

/** Rule: the menus of the week of a day, one for each canteen. */
export const menusOn = <M extends Menu>(menus: readonly M[], day: string): M[] =>
  menus.filter(({ data }) => {
    const index = daysBetween(data.week, day);
    return index >= 0 && index < 7;
  });

/** The meals of one day; undefined if the day is outside the menu's week. */
export const dayOfMenu = (menu: Menu, day: string): DayMenu | undefined =>
  weekOf(menu).find((each) => each.day === day);
