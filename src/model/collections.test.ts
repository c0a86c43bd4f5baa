import { expect, expectTypeOf, test } from 'vitest';
import { addressOf, fixedAddresses, folderOf } from './addresses/entry-addresses.ts';
import { described } from './collections.generated.ts';
import { collectionNames, collectionOf, inOrder, listNames } from './collections.ts';
import type { Data, ListName } from './collections.ts';
import type { Fields } from './fields.ts';
import { fixedPages } from './site-navigation.ts';

test('the desk and the site list the same collections, each in their own order', () => {
  expect([...collectionNames].sort()).toEqual(Object.keys(described).sort());
  const singles = collectionNames.filter((name) => collectionOf(name).single !== undefined);
  expect([...listNames, ...singles].sort()).toEqual([...collectionNames].sort());
  // Editors enter what is offered before what is needed. Readers come to see what is needed.
  const places = (names: readonly string[]) => ['needs', 'resources'].map((name) => names.indexOf(name));
  const [needsAtDesk = -1, resourcesAtDesk = -1] = places(collectionNames);
  const [needsForReaders = -1, resourcesForReaders = -1] = places(listNames);
  expect(resourcesAtDesk).toBeLessThan(needsAtDesk);
  expect(needsForReaders).toBeLessThan(resourcesForReaders);
});

test('sorts places as numbers and leaves out collections without one', () => {
  const place = { orgs: 9, activities: 100, terms: 20 } as Record<string, number>;
  expect(inOrder(({ name }) => place[name])).toEqual(['orgs', 'terms', 'activities']);
});

test('puts an entry by year under its year in Beijing time', () => {
  const data = { slug: '0101-xinnian', published: '2026-01-01T00:30:00+08:00' };
  expect(folderOf(collectionOf('notices'), data)).toBe('notices/2026/0101-xinnian');
  expect(addressOf(collectionOf('notices'), data)).toBe('/notices/2026/0101-xinnian/');
  expect(addressOf(collectionOf('orgs'), { slug: 'shequ' })).toBe('/orgs/shequ/');
  expect(addressOf(collectionOf('site'), {})).toBe('/about/');
});

test('every page of the navigation can be linked to; the page of a single entry only if the entry exists', () => {
  const missing = Object.keys(fixedPages).filter((address) => !fixedAddresses.has(address));
  expect(missing).toEqual(['/channel/']);
  expect(['/news/', '/study/', '/annual/'].every((address) => fixedAddresses.has(address))).toBe(true);
});

// Checked by the types step: Vitest only runs it.
test('the generated list keeps the exact type of each collection', () => {
  expectTypeOf<Data<'meetings'>['kind']>().toEqualTypeOf<'joint' | 'analysis' | 'committee' | 'council'>();
  expectTypeOf<Data<'activities'>['place']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Data<'orgs'>>().not.toHaveProperty('participants');
  expectTypeOf<'orgs'>().toExtend<ListName>();
  expectTypeOf<'site'>().not.toExtend<ListName>();
});

test('every field and every option has a label', () => {
  const labelsOf = (fields: Fields, at: string): [string, string][] =>
    Object.entries(fields).flatMap(([key, field]): [string, string][] => [
      [`${at}.${key}`, field.label],
      ...(field.kind === 'choice'
        ? Object.entries(field.options).map(([option, label]): [string, string] => [
            `${at}.${key}: ${option}`,
            String(label),
          ])
        : []),
      ...(field.kind === 'parts' ? labelsOf(field.fields, `${at}.${key}`) : []),
    ]);
  const labels = collectionNames.flatMap((name) => labelsOf(collectionOf(name).fields, name));
  expect(labels.filter(([, label]) => label.trim() === '')).toEqual([]);
  expect(labels.length).toBeGreaterThan(100);
});
