import { daysAfter } from '../../model/calendar-days.ts';
import { chineseMonthDay } from '../../site/dates.ts';
import { menusOn } from '../ledgers/life/menu-days.ts';
import type { Row } from '../ledgers/row.ts';
import { allOf } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

/** 11月23日—29日 */
export function weekLabel({ data }: Row<'menus'>): string {
  const last = daysAfter(data.week, 6);
  const end = chineseMonthDay(last);
  return `${chineseMonthDay(data.week)}—${last.slice(5, 7) === data.week.slice(5, 7) ? end.replace(/^\d+月/, '') : end}`;
}

export interface MenusByTime {
  now: Article<'menus'>[];
  /** Future weeks, nearest first. */
  coming: Article<'menus'>[];
  /** Past weeks, newest first. */
  past: Article<'menus'>[];
}

export async function menusByTime(today: string): Promise<MenusByTime> {
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
