import type { Collection } from '../define-collection.ts';
import { collectionNames, collectionOf } from '../collections.ts';
import type { CollectionName } from '../collections.ts';
import { textFormats } from '../fields.ts';
import type { Field, FieldOf, Fields, Kind } from '../fields.ts';
import { slugPattern } from '../front-matter/read-field.ts';

/** The part of JSON Schema 2020-12 that the descriptions need. */
export interface JsonSchema {
  $schema?: string;
  title?: string;
  description?: string;
  type?: string;
  [keyword: string]: unknown;
}

/** The schema of an entry of a collection. The body is a property as well. */
export function jsonSchemaOf(collection: Collection): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: collection.label,
    description: collection.description,
    ...objectOf(collection.fields),
  };
}

/** One schema per collection, for the API's description. */
export const jsonSchemas = (): Record<CollectionName, JsonSchema> =>
  Object.fromEntries(collectionNames.map((name) => [name, jsonSchemaOf(collectionOf(name))])) as Record<
    CollectionName,
    JsonSchema
  >;

/** The checker knows the calendar. The pattern only limits months, days and hours. */
const dayPattern = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const momentPattern = `${dayPattern}T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?\\+08:00$`;
const fileName = { type: 'string', minLength: 1 };

const schemas: { [K in Kind]: (field: FieldOf<K>) => JsonSchema } = {
  text: ({ min, max, format }) => ({
    type: 'string',
    minLength: min ?? 1,
    ...(max === undefined ? {} : { maxLength: max }),
    ...(format ? { pattern: textFormats[format].pattern.source } : {}),
  }),
  longText: ({ min, max }) => ({
    type: 'string',
    minLength: min ?? 1,
    ...(max === undefined ? {} : { maxLength: max }),
  }),
  slug: () => ({ type: 'string', pattern: slugPattern.source, maxLength: 60 }),
  choice: ({ options, many }) =>
    listIf(many, { oneOf: Object.entries(options).map(([value, title]) => ({ const: value, title })) }),
  number: ({ min, max, whole }) => ({
    type: whole ? 'integer' : 'number',
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  }),
  day: () => ({ type: 'string', format: 'date', pattern: `${dayPattern}$` }),
  moment: () => ({ type: 'string', format: 'date-time', pattern: momentPattern }),
  boolean: ({ initial }) => ({ type: 'boolean', ...(initial === undefined ? {} : { default: initial }) }),
  picture: () => pair('alt', '替代文字'),
  file: ({ many, extensions }) => {
    const one = pair('title', '名称');
    const src = { ...fileName, title: '文件', pattern: `\\.(${extensions.join('|')})$` };
    return listIf(many, { ...one, properties: { ...(one['properties'] as object), src } });
  },
  relation: ({ to, many }) =>
    listIf(many, { type: 'string', pattern: slugPattern.source, 'x-collection': to }),
  parts: ({ part, fields, min, max }) => ({
    type: 'array',
    items: { title: part, ...objectOf(fields) },
    ...(min === undefined ? {} : { minItems: min }),
    ...(max === undefined ? {} : { maxItems: max }),
  }),
  // The optional body of an entry is read as an empty text if it is missing.
  markdown: ({ optional }) => ({
    type: 'string',
    ...(optional ? {} : { minLength: 1 }),
    contentMediaType: 'text/markdown',
  }),
};

function objectOf(fields: Fields): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])),
    required: Object.keys(fields).filter((name) => !fields[name]?.optional),
    additionalProperties: false,
  };
}

function schemaOf(field: Field): JsonSchema {
  const schema = schemas[field.kind] as (field: Field) => JsonSchema;
  return { title: field.label, ...(field.hint ? { description: field.hint } : {}), ...schema(field) };
}

const listIf = (many: true | undefined, items: JsonSchema): JsonSchema =>
  many ? { type: 'array', items, uniqueItems: true } : items;

/** A picture or a file: its path, and its alternative text or name. */
const pair = (words: string, label: string): JsonSchema => ({
  type: 'object',
  properties: {
    src: { ...fileName, title: '文件' },
    [words]: { type: 'string', minLength: 1, title: label },
  },
  required: ['src', words],
  additionalProperties: false,
});
