import { expect, test } from 'vitest';
import { freeSlug } from './free-slug.ts';
import { slugPattern } from '../front-matter/read-field.ts';

test.each([
  ['canting', ['canting'], 'canting-2'],
  ['canting', ['canting', 'canting-2'], 'canting-3'],
  ['canting-2', ['canting', 'canting-2'], 'canting-3'],
  ['2026-03', ['2026-03'], '2026-03-2'],
])('for %s with %j in use, suggests %s', (wanted, used, free) => {
  expect(freeSlug(wanted, new Set(used))).toBe(free);
});

test('shortens a long name to what the field accepts', () => {
  const wanted = `${'a'.repeat(57)}-bc`;
  const free = freeSlug(wanted, new Set([wanted]));
  expect(free).toMatch(slugPattern);
  expect(free.length).toBeLessThanOrEqual(60);
});
