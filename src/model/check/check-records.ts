import type { CheckedEntry } from './checked-entry.ts';
import { collectionOf } from '../collections.ts';
import type { Field, Fields } from '../fields.ts';
import type { Finding } from '../rules/rule.ts';

/** Checks the numbers of parts and days in the future, as the description of the collection says. */
export function checkRecords(entry: CheckedEntry, isAhead: IsAhead): Finding[] {
  const { fields } = collectionOf(entry.collection);
  return [...duplicateNumbers(fields, entry.data), ...futureDays(fields, entry.data, isAhead)];
}

/** Whether a day or a moment is in the future. */
type IsAhead = (dayOrMoment: string) => boolean;

type Values = Readonly<Record<string, unknown>>;

function duplicateNumbers(fields: Fields, data: Values): Finding[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'parts' || field.numberedBy === undefined) return [];
    const { numberedBy, part } = field;
    const firsts = new Map<unknown, number>();
    return partsOf(data[name]).flatMap((values, index) => {
      const number = values[numberedBy];
      const first = firsts.get(number);
      if (number === undefined || first === undefined) {
        firsts.set(number, index);
        return [];
      }
      const message = `编号 ${String(number)} 和第 ${String(first + 1)} 项一样，请给这条${part}换一个没用过的编号。`;
      return [{ at: `${name}.${String(index)}.${numberedBy}`, message }];
    });
  });
}

function futureDays(fields: Fields, data: Values, isAhead: IsAhead, above = ''): Finding[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = data[name];
    if (field.kind === 'parts') {
      return partsOf(value).flatMap((part, index) =>
        futureDays(field.fields, part, isAhead, `${above}${name}.${String(index)}.`),
      );
    }
    const message = typeof value === 'string' ? futureDayMessage(field, value) : undefined;
    return message === undefined || !isAhead(String(value)) ? [] : [{ at: above + name, message }];
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
