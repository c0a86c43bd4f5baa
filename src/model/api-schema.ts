import type { Collection } from './collection.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

/** The schema of a file of the API: what is said of the whole collection, and its entries by their own schema. */
export function apiSchemaOf(collection: Collection): JsonSchema {
  const { $schema, ...entry } = jsonSchemaOf(collection);
  return {
    $schema: $schema ?? '',
    title: collection.label,
    description: collection.description,
    type: 'object',
    properties: {
      $schema: { type: 'string', description: '这份结构说明的网址' },
      collection: { const: collection.name },
      title: { type: 'string' },
      description: { type: 'string' },
      licence: { type: 'string', description: '怎样可以转用' },
      updated: { type: ['string', 'null'], description: '最近一条有日期的内容是哪天的' },
      count: { type: 'integer', minimum: 0 },
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            url: { type: 'string', description: '网页' },
            files: { type: 'string', description: '附件所在的网址，后面接文件名' },
            data: { $ref: '#/$defs/entry' },
          },
          required: ['url', 'files', 'data'],
          additionalProperties: false,
        },
      },
    },
    required: ['$schema', 'collection', 'title', 'description', 'licence', 'updated', 'count', 'items'],
    additionalProperties: false,
    $defs: { entry },
  };
}
