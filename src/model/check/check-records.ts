import type { CheckedEntry } from './checked-entry.ts';
import { collectionOf } from '../collections.ts';
import { isAfter } from '../calendar-days.ts';
import type { Field, Fields } from '../fields.ts';
import type { Finding } from '../rules/rule.ts';

/**
 * Checks the numbers of parts and days in the future, as the description of the collection says. `now` is a moment or
 * only a day; without it no day is in the future.
 */
export function checkRecords(entry: CheckedEntry, now: string | undefined): Finding[] {
  const { fields } = collectionOf(entry.collection);
  return [...duplicateNumbers(fields, entry.data), ...futureDays(fields, entry.data, now)];
}

type Values = Readonly<Record<string, unknown>>;

function duplicateNumbers(fields: Fields, data: Values): Finding[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'parts' || field.numberedBy === undefined) return [];
    const { numberedBy, part } = field;
    const numbers = partsOf(data[name]).map((values) => values[numberedBy]);
    const places = new Map<unknown, number>();
    return numbers.flatMap((number, index) => {
      const first = places.get(number) ?? index;
      places.set(number, first);
      if (number === undefined || first === index) return [];
      const message = `编号 ${String(number)} 和第 ${String(first + 1)} 项一样，请给这条${part}换一个没用过的编号。`;
      return [{ at: `${name}.${String(index)}.${numberedBy}`, message }];
    });
  });
}

function futureDays(fields: Fields, data: Values, now: string | undefined, above = ''): Finding[] {
  if (now === undefined) return [];
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = data[name];
    if (field.kind === 'parts') {
      return partsOf(value).flatMap((part, index) =>
        futureDays(field.fields, part, now, `${above}${name}.${String(index)}.`),
      );
    }
    if (typeof value !== 'string' || !isAfter(value, now)) return [];
    const message = futureDayMessage(field, value);
    return message === undefined ? [] : [{ at: above + name, message }];
  });
}

function futureDayMessage(field: Field, value: string): string | undefined {
  if (field.kind === 'day' && field.past) {
    return `“${field.label}”（${value}）还没有到，这里只记已经发生的事，请核对日期。`;
  }
  if (field.kind === 'day' && field.goesLive) {
    return `“${field.label}”（${value}）还没有到。内容一发布读者就能看到，不会等到那一天：请改成今天或以前的日期，或到那天再发布。`;
  }
  if (field.kind === 'moment' && field.goesLive) {
    const time = value.slice(0, 16).replace('T', ' ');
    return `“${field.label}”（${time}）还没有到。内容一发布读者就能看到，不会等到那时：请改成现在或以前的时间，或到那时再发布。`;
  }
  return undefined;
}

const partsOf = (value: unknown): readonly Values[] => (Array.isArray(value) ? (value as Values[]) : []);
