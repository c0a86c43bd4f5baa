import type { Collection } from '../define-collection.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

/** The schema of a file of the API: the collection, its entries with their own schema, and the values computed for each. */
export function apiSchemaOf(collection: Collection, computed?: JsonSchema): JsonSchema {
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
      ...(computed ? { asOf: { type: 'string', description: '算出来的数算到哪天' } } : {}),
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            url: { type: 'string', description: '网页' },
            files: { type: 'string', description: '附件所在的网址，后面接文件名' },
            data: { $ref: '#/$defs/entry' },
            ...(computed ? { computed: { ...computed, description: '算出来的，算到 asOf 那天' } } : {}),
          },
          required: ['url', 'files', 'data', ...(computed ? ['computed'] : [])],
          additionalProperties: false,
        },
      },
    },
    required: ['$schema', 'collection', 'title', 'description', 'licence', 'updated', 'count', 'items'],
    additionalProperties: false,
    $defs: { entry },
  };
}
