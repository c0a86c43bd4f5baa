import type { Entry } from './check-content.ts';
import { collectionOf } from './collections.ts';
import { dayOf } from './days.ts';
import type { Fields } from './fields.ts';
import type { Finding } from './rules/rule.ts';

/** What descriptions say of records by themselves: numbers that name a part, days that cannot lie ahead. */
export function checkRecords(entry: Entry, today: string | undefined): Finding[] {
  const { fields } = collectionOf(entry.collection);
  return [...sameNumbers(fields, entry.data), ...daysAhead(fields, entry.data, today)];
}

type Values = Readonly<Record<string, unknown>>;

function sameNumbers(fields: Fields, data: Values): Finding[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'parts' || field.numberedBy === undefined) return [];
    const { numberedBy, part } = field;
    const numbers = partsOf(data[name]).map((values) => values[numberedBy]);
    return numbers.flatMap((number, index) => {
      const first = numbers.indexOf(number);
      if (number === undefined || first === index) return [];
      const message = `编号 ${String(number)} 和第 ${String(first + 1)} 项一样，请给这条${part}换一个没用过的编号。`;
      return [{ at: `${name}.${String(index)}.${numberedBy}`, message }];
    });
  });
}

function daysAhead(fields: Fields, data: Values, today: string | undefined, above = ''): Finding[] {
  if (today === undefined) return [];
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = data[name];
    if (field.kind === 'parts') {
      return partsOf(value).flatMap((part, index) =>
        daysAhead(field.fields, part, today, `${above}${name}.${String(index)}.`),
      );
    }
    if (field.kind !== 'day' || !field.past || typeof value !== 'string' || dayOf(value) <= today) return [];
    const message = `“${field.label}”（${value}）还没有到，这里只记已经发生的事，请核对日期。`;
    return [{ at: above + name, message }];
  });
}

const partsOf = (value: unknown): readonly Values[] => (Array.isArray(value) ? (value as Values[]) : []);
