import type { Field, Fields } from '../fields.ts';
import { partPlace } from '../problems.ts';

/** A value of an entry that refers to something else: another entry, a file in its folder, a page. */
export interface FieldReference {
  /** The path of the field, `seats.1.org`, to find its line. */
  path: string;
  /** “席位”第 2 项, if the field is in a part. */
  place: string;
  kind: 'relation' | 'picture' | 'file' | 'evidence';
  label: string;
  value: string;
  /** The collection of a relation. */
  to?: string;
}

/** Every reference in the fields of an entry and in their parts. */
export function fieldReferences(
  fields: Fields,
  data: Readonly<Record<string, unknown>>,
  above = '',
  place = '',
): FieldReference[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = data[name];
    return value === undefined ? [] : referencesIn(field, value, above + name, place);
  });
}

function referencesIn(field: Field, value: unknown, path: string, place: string): FieldReference[] {
  const { label } = field;
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  switch (field.kind) {
    case 'relation':
      return all.map((slug) => ({ path, place, kind: 'relation', label, value: String(slug), to: field.to }));
    case 'picture':
    case 'file':
      return all.map((item) => ({
        path,
        place,
        kind: field.kind,
        label,
        value: (item as { src: string }).src,
      }));
    case 'parts':
      return all.flatMap((part, index) =>
        fieldReferences(
          field.fields,
          part as Record<string, unknown>,
          `${path}.${String(index)}.`,
          partPlace(label, index, place),
        ),
      );
    case 'text':
      return field.format === 'evidence'
        ? [{ path, place, kind: 'evidence', label, value: String(value) }]
        : [];
    default:
      return [];
  }
}
