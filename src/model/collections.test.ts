import { describe, expect, test } from 'vitest';
import { addressOf, folderOf } from './addresses.ts';
import { collectionNames, collectionOf, isCollectionName } from './collections.ts';
import type { Field } from './fields.ts';

describe.each(collectionNames)('the description of %s', (name) => {
  const collection = collectionOf(name);

  test('stands under its own name and says which field is its title', () => {
    expect(collection.name).toBe(name);
    expect(collection.fields[collection.title]?.kind).toBe('text');
  });
  test('has a date that every entry carries, if it has one', () => {
    const date: Field | undefined = collection.fields[collection.date ?? ''];
    if (collection.byYear) expect(date).toBeDefined();
    if (collection.date) expect(['day', 'moment']).toContain(date?.kind);
    expect(date?.optional).toBeUndefined();
  });
  test('keeps its text in a field called body, and has a slug unless there is only one entry', () => {
    const bodies = Object.entries(collection.fields).filter(([, field]) => field.kind === 'markdown');
    expect(bodies.map(([key]) => key)).toEqual(['body']);
    expect(collection.fields['slug']?.kind).toBe(collection.single ? undefined : 'slug');
  });
  test('points only at collections that exist', () => {
    const fields = Object.values(collection.fields).flatMap((field): Field[] =>
      field.kind === 'parts' ? Object.values(field.fields) : [field],
    );
    for (const field of fields) if (field.kind === 'relation') expect(isCollectionName(field.to)).toBe(true);
  });
});

test('an entry by year stands under the Beijing year that its text tells', () => {
  const data = { slug: '0101-xinnian', published: '2026-01-01T00:30:00+08:00' };
  expect(folderOf(collectionOf('notices'), data)).toBe('notices/2026/0101-xinnian');
  expect(addressOf(collectionOf('notices'), data)).toBe('/notices/2026/0101-xinnian/');
  expect(addressOf(collectionOf('orgs'), { slug: 'shequ' })).toBe('/orgs/shequ/');
  expect(addressOf(collectionOf('site'), {})).toBe('/about/');
});
