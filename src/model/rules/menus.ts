import { weekdays } from '../vocabulary/weekdays.ts';
import { found, nameOf, findingIf } from './rule.ts';
import type { Finding, Rules } from './rule.ts';

export const menuRules: Rules<'menus'> = [
  ({ data: { week } }) => {
    const weekday = week === undefined ? 1 : new Date(`${week}T00:00:00Z`).getUTCDay();
    const word = Object.values(weekdays)[(weekday + 6) % 7] ?? '';
    return findingIf(weekday !== 1, 'week', `${week ?? ''} 是${word}，请写这一周星期一的日期。`);
  },
  (entry, hub) =>
    hub
      .all('menus')
      .filter((other) => other.slug !== entry.slug && entry.data.week !== undefined)
      .filter(({ data }) => data.week === entry.data.week && data.place === entry.data.place)
      .filter(({ data }) => data.canteen === entry.data.canteen)
      .map((other) => found('week', `${nameOf(other)}写的也是这个食堂这一周，请合成一份。`)),
  ({ data: { dishes, closedDays } }, hub) =>
    (dishes ?? []).flatMap(({ name, meal, days }, index, all): Finding[] => {
      const at = `dishes.${String(index)}.days`;
      const closed = (days ?? []).filter((day) => closedDays?.includes(day));
      const twice = all.findIndex(
        (other, place) =>
          place < index &&
          other.name === name &&
          other.meal === meal &&
          other.days?.some((day) => days?.includes(day)),
      );
      return [
        ...closed.map((day) =>
          found(at, `${weekdays[day]}在“不开的日子”里，这道菜却选了这一天，请改其中一处。`),
        ),
        ...findingIf(
          twice >= 0 && name !== undefined && meal !== undefined,
          at,
          `“${name ?? ''}”和第 ${String(twice + 1)} 项在同一天的${meal === undefined ? '' : hub.wordFor('menus', 'dishes.meal', meal)}里重复了，请合成一条。`,
        ),
      ];
    }),
];
