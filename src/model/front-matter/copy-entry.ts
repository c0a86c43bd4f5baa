import { namesFile } from '../addresses/target-of.ts';
import type { Field, Fields } from '../fields.ts';

type Values = Readonly<Record<string, unknown>>;

/** The initial values of a copy: everything except fields that belong to one occasion. */
export function copiedValues(fields: Fields, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = fields[name];
      // The checker reports unknown keys, so the copy keeps them.
      const copied = field ? copiedValue(field, value) : value;
      return copied === undefined ? [] : [[name, copied]];
    }),
  );
}

function copiedValue(field: Field, value: unknown): unknown {
  if (isOnce(field)) return 'initial' in field ? field.initial : undefined;
  if (field.kind !== 'parts' || !Array.isArray(value)) return value;
  return value.map((part) => copiedValues(field.fields, part as Values));
}

const isOnce = ({ kind, once, byDesk }: Field): boolean =>
  once === true || byDesk === true || kind === 'slug';

/** Files that the fields refer to: pictures, attachments, and evidence that is not a page. */
export function filesIn(fields: Fields, values: Values): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || value === null || value === '') return [];
    const all = Array.isArray(value) ? (value as unknown[]) : [value];
    switch (field.kind) {
      case 'picture':
      case 'file':
        return all.map((item) => (item as { src?: string }).src ?? '').filter((src) => src !== '');
      case 'text':
        return field.format === 'evidence' && namesFile(String(value)) ? [String(value)] : [];
      case 'parts':
        return all.flatMap((part) => filesIn(field.fields, part as Values));
      default:
        return [];
    }
  });
}
