import { placementProblems, sharedPlaces, problemIf } from './check-placement.ts';
import type { Collection } from './define-collection.ts';
import type { Field, Fields } from './fields.ts';

/** The descriptions by name, one for each file in `collections/`. */
export type CollectionsByName = Readonly<Record<string, Collection>>;

/**
 * Every mistake in the descriptions, with the name of the collection. Types catch most of them in the editor. Nothing
 * starts with the others.
 */
export const problemsOf = (all: CollectionsByName): string[] => [
  ...Object.entries(all).flatMap(([name, collection]) =>
    [
      ...nameProblems(name, collection),
      ...fieldProblems(collection, all),
      ...placementProblems(collection),
      ...singleProblems(collection, all),
    ].map((problem) => `${name}: ${problem}`),
  ),
  ...sharedPlaces(all),
];

function nameProblems(name: string, collection: Collection): string[] {
  const words = ['label', 'description', 'counter'] as const;
  return [
    ...problemIf(collection.name !== name, `its file is ${name}.ts, but its name is "${collection.name}".`),
    ...problemIf(
      !/^[a-z][a-z0-9-]*$/.test(name),
      'its name is part of addresses: lower-case letters, digits and hyphens only.',
    ),
    ...words.flatMap((word) => problemIf((collection[word] ?? '').trim() === '', `its ${word} is empty.`)),
  ];
}

function fieldProblems(
  { fields, title, date, byYear, single }: Collection,
  all: CollectionsByName,
): string[] {
  const bodies = Object.keys(fields).filter((key) => fields[key]?.kind === 'markdown');
  const dateField = date === undefined ? undefined : fields[date];
  return [
    ...roleProblems('title', title, fields[title], ['text']),
    ...(date === undefined ? [] : roleProblems('date', date, dateField, ['day', 'moment'])),
    ...problemIf(byYear === true && date === undefined, 'it has byYear, but no date.'),
    ...problemIf(
      bodies.join() !== 'body',
      `its text is one markdown field called "body"; it has ${bodies.length === 0 ? 'none' : bodies.join(', ')}.`,
    ),
    ...problemIf(
      (fields['slug']?.kind === 'slug') === (single !== undefined),
      single === undefined ? 'it has no field "slug".' : 'a single entry needs no slug.',
    ),
    ...Object.entries(fields).flatMap(([key, { kind, once }]) =>
      problemIf(
        (kind === 'day' || kind === 'moment') && once !== true,
        `the ${kind} "${key}" belongs to one occasion, so a copy must not keep it: set once: true.`,
      ),
    ),
    ...eachFieldProblems(fields, '', all),
  ];
}

function roleProblems(
  role: string,
  key: string,
  field: Field | undefined,
  kinds: readonly Field['kind'][],
): string[] {
  if (!field) return [`its ${role} is the field "${key}", which it does not have.`];
  return [
    ...problemIf(
      !kinds.includes(field.kind),
      `its ${role} "${key}" is a ${field.kind}, not a ${kinds.join(' or ')}.`,
    ),
    ...problemIf(field.optional === true, `its ${role} "${key}" must not be optional.`),
  ];
}

function eachFieldProblems(fields: Fields, above: string, all: CollectionsByName): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const at = `the field "${above}${key}"`;
    switch (field.kind) {
      case 'relation':
        return [
          ...problemIf(
            !Object.hasOwn(all, field.to),
            `${at} points to "${field.to}", which is not a collection.`,
          ),
          ...problemIf(
            all[field.to]?.single !== undefined,
            `${at} points to "${field.to}", which is a single entry: there is nothing to choose from.`,
          ),
        ];
      case 'day': {
        const kind = field.notBefore === undefined ? undefined : fields[field.notBefore]?.kind;
        return problemIf(
          field.notBefore !== undefined && kind !== 'day' && kind !== 'moment',
          `${at} must not be before "${String(field.notBefore)}", which is not a day or moment next to it.`,
        );
      }
      case 'choice':
        return problemIf(
          field.initial !== undefined && !Object.hasOwn(field.options, field.initial),
          `${at} starts as "${String(field.initial)}", which is not one of its options.`,
        );
      case 'parts':
        return [
          ...problemIf(
            field.numberedBy !== undefined && field.fields[field.numberedBy]?.kind !== 'number',
            `${at} is numbered by "${String(field.numberedBy)}", which is not a number field in it.`,
          ),
          ...eachFieldProblems(field.fields, `${above}${key}.`, all),
        ];
      default:
        return [];
    }
  });
}

function singleProblems({ single, neededWith, byYear }: Collection, all: CollectionsByName): string[] {
  const unknown = (neededWith ?? []).filter((name) => !Object.hasOwn(all, name));
  return [
    ...problemIf(
      single !== undefined && !/^\/([a-z0-9-]+\/)+$/.test(single),
      'its address must begin and end with a slash.',
    ),
    ...problemIf(single !== undefined && byYear === true, 'a single entry cannot have byYear.'),
    ...problemIf(
      neededWith !== undefined && single === undefined,
      'only a single entry can have neededWith.',
    ),
    ...unknown.map((name) => `it is needed with "${name}", which is not a collection.`),
  ];
}
