import { normalised } from '../../../src/model/text/characters.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import { readEntryValues, writeEntry } from '../../../src/model/front-matter/entry-file.ts';
import type { Field, FieldOf, Fields, Kind } from '../../../src/model/fields.ts';

type Values = Record<string, unknown>;

/** The values of a text as the form needs them. */
export const readForm = (collection: Collection, text: string): Values =>
  toForm(collection.fields, readEntryValues(collection, text));

/**
 * The text of an entry with the values of the form. Only values that differ from the original are written, so
 * unchanged fields keep their notation in the file.
 */
export function writeForm(collection: Collection, form: Values, original?: string): string {
  const values = fromForm(collection.fields, form);
  if (original === undefined) return writeEntry(collection, withoutDeskFields(collection, values));
  const before = fromForm(collection.fields, readForm(collection, original));
  const changed = Object.entries(values).filter(([key, value]) => !isEqual(value, before[key]));
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

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Removes invisible characters. Both sides of a comparison are cleaned, so cleaning alone changes no file. */
const cleaned = (value: unknown, lineBreak = ' '): unknown =>
  value === '' || value === null ? undefined : normaliseDeep(value, lineBreak);

function normaliseDeep(value: unknown, lineBreak: string): unknown {
  if (typeof value === 'string') return normalised(value, lineBreak);
  if (Array.isArray(value)) return value.map((item) => normaliseDeep(item, lineBreak));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, normaliseDeep(inner, lineBreak)]),
  );
}

/** Chinese input methods write ５０. Anything but a plain number stays as typed; the checker reports it. */
function asNumber(typed: string): unknown {
  const text = typed.normalize('NFKC').trim();
  const exact = /^[+-]?\d+(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER;
  return exact ? Number(text) : cleaned(typed.trim());
}

const toFormByKind: Partial<{ [K in Kind]: (field: FieldOf<K>, value: unknown) => unknown }> = {
  parts: ({ fields }, value) =>
    Array.isArray(value) ? value.map((part) => toForm(fields, part as Values)) : value,
};

const fromFormByKind: { [K in Kind]: (field: FieldOf<K>, value: unknown) => unknown } = {
  text: (_, value) => cleaned(value),
  // Some browsers return Windows line breaks from text areas.
  longText: (_, value) => cleaned(typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value, '\n'),
  slug: (_, value) => cleaned(value),
  choice: (_, value) => cleaned(value),
  number: (_, value) => (typeof value === 'string' ? asNumber(value) : cleaned(value)),
  day: (_, value) => cleaned(value),
  moment: (_, value) => cleaned(value),
  boolean: (_, value) => (value === false ? undefined : cleaned(value)),
  picture: (_, value) => cleaned(value),
  file: (_, value) => cleaned(value),
  relation: (_, value) => cleaned(value),
  parts: ({ fields }, value) =>
    Array.isArray(value) ? value.map((part) => fromForm(fields, part as Values)) : cleaned(value),
  markdown: (_, value) => normaliseDeep(value ?? '', '\n'),
};

/** Keys without a field description pass unchanged. */
function mapFields(
  fields: Fields,
  values: Values,
  convert: (field: Field, value: unknown) => unknown,
): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = fields[key];
      return [key, field ? convert(field, value) : value];
    }),
  );
}

const toForm = (fields: Fields, values: Values): Values =>
  mapFields(fields, values, (field, value) => {
    const show = toFormByKind[field.kind] as ((field: Field, value: unknown) => unknown) | undefined;
    return show ? show(field, value) : value;
  });

const fromForm = (fields: Fields, values: Values): Values =>
  mapFields(fields, values, (field, value) => {
    const write = fromFormByKind[field.kind] as (field: Field, value: unknown) => unknown;
    return write(field, value);
  });
