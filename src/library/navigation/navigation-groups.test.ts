import { expect, test } from 'vitest';
import { navigationPlace } from '../../model/define-collection.ts';
import { collectionOf } from '../../model/collections.ts';
import { fixedPages } from '../../model/site-navigation.ts';
import { sections } from '../entries/labels.ts';
import { groupOf, groups } from './navigation-groups.ts';

test('finds the group of entry pages and of pages without a collection', () => {
  const labels = ['/projects/podao/', '/concerns/2026/2026-001-podao/', '/match/', '/open/', '/about/'].map(
    (address) => groupOf(address)?.label,
  );
  expect(labels).toEqual(['共驻共建', '民情议事', '共驻共建', '公开', undefined]);
});

test('finds no group for the home page', () => {
  expect(groupOf('/')).toBeUndefined();
});

test('has words for every page in a group', () => {
  const pages = groups.flatMap(({ parts }) => parts.filter((part) => part.startsWith('/')));
  expect(pages.filter((page) => fixedPages[page] === undefined)).toEqual([]);
});

test('sorts the parts of a group by order, with a separate order for lists that set one', () => {
  const partsOf = (address: string) => groups.find((group) => group.address === address)?.parts;
  expect(partsOf('/voices/')).toEqual(['/channel/', 'concerns', '/concerns/statistics/', 'deliberations']);
  // Readers compare needs with resources; agreements come after.
  expect(partsOf('/joint/')).toEqual([
    'projects',
    'meetings',
    '/match/',
    'needs',
    'resources',
    'agreements',
    'cases',
    'orgs',
  ]);
});

test('has every list with a group once, and no other', () => {
  const parts = groups.flatMap((group) => group.parts);
  const wanted = sections.filter((name) => navigationPlace(collectionOf(name)) !== undefined);
  expect(parts.filter((part) => !part.startsWith('/')).sort()).toEqual([...wanted].sort());
});
