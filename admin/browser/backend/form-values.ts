import { normalised } from '../../../src/model/text/characters.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import { readEntryValues, writeEntry } from '../../../src/model/front-matter/entry-file.ts';
import type { Field, FieldOf, Fields, Kind } from '../../../src/model/fields.ts';

type Values = Record<string, unknown>;

/** The values of a text as the form needs them. */
export const readForm = (collection: Collection, text: string): Values =>
  intoForm(collection.fields, readEntryValues(collection, text));

/**
 * The text of an entry with the values of the form. Only values that differ from the original are written, so
 * unchanged fields keep their notation in the file.
 */
export function writeForm(collection: Collection, form: Values, original?: string): string {
  const values = fromForm(collection.fields, form);
  if (original === undefined) return writeEntry(collection, withoutDeskFields(collection, values));
  const before = fromForm(collection.fields, readForm(collection, original));
  const changed = Object.entries(values).filter(([key, value]) => !alike(value, before[key]));
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(values, key));
  return writeEntry(
    collection,
    Object.fromEntries([...changed, ...removed.map((key) => [key, undefined])]),
    original,
  );
}

/** Removes the fields that the desk maintains: a duplicate must not have them. */
const withoutDeskFields = ({ fields }: Collection, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !fields[key]?.byDesk));

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Removes invisible characters. Both sides of a comparison are cleaned, so cleaning alone changes no file. */
const asTyped = (value: unknown, lineBreak = ' '): unknown =>
  value === '' || value === null ? undefined : withoutHarmless(value, lineBreak);

function withoutHarmless(value: unknown, lineBreak: string): unknown {
  if (typeof value === 'string') return normalised(value, lineBreak);
  if (Array.isArray(value)) return value.map((item) => withoutHarmless(item, lineBreak));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutHarmless(inner, lineBreak)]),
  );
}

/** Chinese input methods write ５０. Anything but a plain number stays as typed; the checker reports it. */
function asNumber(typed: string): unknown {
  const text = typed.normalize('NFKC').trim();
  const exact = /^[+-]?\d+(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER;
  return exact ? Number(text) : asTyped(typed.trim());
}

const shown: Partial<{ [K in Kind]: (field: FieldOf<K>, value: unknown) => unknown }> = {
  parts: ({ fields }, value) =>
    Array.isArray(value) ? value.map((part) => intoForm(fields, part as Values)) : value,
};

const written: { [K in Kind]: (field: FieldOf<K>, value: unknown) => unknown } = {
  text: (_, value) => asTyped(value),
  // Some browsers return Windows line breaks from text areas.
  longText: (_, value) => asTyped(typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value, '\n'),
  slug: (_, value) => asTyped(value),
  choice: (_, value) => asTyped(value),
  number: (_, value) => (typeof value === 'string' ? asNumber(value) : asTyped(value)),
  day: (_, value) => asTyped(value),
  moment: (_, value) => asTyped(value),
  boolean: (_, value) => (value === false ? undefined : asTyped(value)),
  picture: (_, value) => asTyped(value),
  file: (_, value) => asTyped(value),
  relation: (_, value) => asTyped(value),
  parts: ({ fields }, value) =>
    Array.isArray(value) ? value.map((part) => fromForm(fields, part as Values)) : asTyped(value),
  markdown: (_, value) => withoutHarmless(value ?? '', '\n'),
};

/** Keys without a field description pass unchanged. */
function each(fields: Fields, values: Values, turn: (field: Field, value: unknown) => unknown): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = fields[key];
      return [key, field ? turn(field, value) : value];
    }),
  );
}

const intoForm = (fields: Fields, values: Values): Values =>
  each(fields, values, (field, value) => {
    const show = shown[field.kind] as ((field: Field, value: unknown) => unknown) | undefined;
    return show ? show(field, value) : value;
  });

const fromForm = (fields: Fields, values: Values): Values =>
  each(fields, values, (field, value) => {
    const write = written[field.kind] as (field: Field, value: unknown) => unknown;
    return write(field, value);
  });
