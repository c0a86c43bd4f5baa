import { placesOf, samePlaces, when } from './check-placement.ts';
import type { Collection } from './define-collection.ts';
import type { Field, Fields } from './fields.ts';

/** By name, as the files in `collections/` give them. */
export type CollectionsByName = Readonly<Record<string, Collection>>;

/**
 * What cannot be right in the descriptions, all of it, each with the collection's name. Types catch most of this while
 * somebody writes; nothing starts with the rest.
 */
export const problemsOf = (all: CollectionsByName): string[] => [
  ...Object.entries(all).flatMap(([name, collection]) =>
    [
      ...namesAndWords(name, collection),
      ...fieldsOf(collection, all),
      ...placesOf(collection),
      ...singleOf(collection, all),
    ].map((problem) => `${name}: ${problem}`),
  ),
  ...samePlaces(all),
];

function namesAndWords(name: string, collection: Collection): string[] {
  const words = ['label', 'description', 'counter'] as const;
  return [
    ...when(collection.name !== name, `its file is ${name}.ts, but its name is "${collection.name}".`),
    ...when(
      !/^[a-z][a-z0-9-]*$/.test(name),
      'its name stands in addresses: small letters, digits and hyphens only.',
    ),
    ...words.flatMap((word) => when((collection[word] ?? '').trim() === '', `its ${word} is empty.`)),
  ];
}

function fieldsOf({ fields, title, date, byYear, single }: Collection, all: CollectionsByName): string[] {
  const bodies = Object.keys(fields).filter((key) => fields[key]?.kind === 'markdown');
  const dateField = date === undefined ? undefined : fields[date];
  return [
    ...named('title', title, fields[title], ['text']),
    ...(date === undefined ? [] : named('date', date, dateField, ['day', 'moment'])),
    ...when(byYear === true && date === undefined, 'it is by year, but names no date.'),
    ...when(
      bodies.join() !== 'body',
      `its text is one markdown field called "body"; it has ${bodies.length === 0 ? 'none' : bodies.join(', ')}.`,
    ),
    ...when(
      (fields['slug']?.kind === 'slug') === (single !== undefined),
      single === undefined ? 'it has no field "slug".' : 'a single entry needs no slug.',
    ),
    ...Object.entries(fields).flatMap(([key, { kind, once }]) =>
      when(
        (kind === 'day' || kind === 'moment') && once !== true,
        `the ${kind} "${key}" tells of one time, so a copy must not keep it: say once: true.`,
      ),
    ),
    ...eachField(fields, '', all),
  ];
}

function named(
  role: string,
  key: string,
  field: Field | undefined,
  kinds: readonly Field['kind'][],
): string[] {
  if (!field) return [`its ${role} is the field "${key}", which it does not have.`];
  return [
    ...when(
      !kinds.includes(field.kind),
      `its ${role} "${key}" is a ${field.kind}, not a ${kinds.join(' or ')}.`,
    ),
    ...when(field.optional === true, `its ${role} "${key}" must not be optional.`),
  ];
}

function eachField(fields: Fields, above: string, all: CollectionsByName): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const at = `the field "${above}${key}"`;
    switch (field.kind) {
      case 'relation':
        return [
          ...when(!Object.hasOwn(all, field.to), `${at} points to "${field.to}", which is no collection.`),
          ...when(
            all[field.to]?.single !== undefined,
            `${at} points to "${field.to}", which is a single entry: there is nothing to choose from.`,
          ),
        ];
      case 'day': {
        const kind = field.notBefore === undefined ? undefined : fields[field.notBefore]?.kind;
        return when(
          field.notBefore !== undefined && kind !== 'day' && kind !== 'moment',
          `${at} must not be before "${String(field.notBefore)}", which is no day beside it.`,
        );
      }
      case 'choice':
        return when(
          field.initial !== undefined && !Object.hasOwn(field.options, field.initial),
          `${at} starts as "${String(field.initial)}", which is none of its options.`,
        );
      case 'parts':
        return [
          ...when(
            field.numberedBy !== undefined && field.fields[field.numberedBy]?.kind !== 'number',
            `${at} is numbered by "${String(field.numberedBy)}", which is no number in it.`,
          ),
          ...eachField(field.fields, `${above}${key}.`, all),
        ];
      default:
        return [];
    }
  });
}

function singleOf({ single, neededWith, byYear }: Collection, all: CollectionsByName): string[] {
  const unknown = (neededWith ?? []).filter((name) => !Object.hasOwn(all, name));
  return [
    ...when(
      single !== undefined && !/^\/([a-z0-9-]+\/)+$/.test(single),
      'its address begins and ends with a slash.',
    ),
    ...when(single !== undefined && byYear === true, 'a single entry has no years.'),
    ...when(
      neededWith !== undefined && single === undefined,
      'only a single entry can be needed with others.',
    ),
    ...unknown.map((name) => `it is needed with "${name}", which is no collection.`),
  ];
}
