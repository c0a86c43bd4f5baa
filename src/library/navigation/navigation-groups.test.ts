import { expect, test } from 'vitest';
import { navigationPlace } from '../../model/define-collection.ts';
import { collectionOf } from '../../model/collections.ts';
import { fixedPages } from '../../model/site-navigation.ts';
import { sections } from '../entries/labels.ts';
import { groupOf, groups } from './navigation-groups.ts';

test('every page of an entry finds its group, and so do the pages without a collection', () => {
  const labels = ['/projects/podao/', '/concerns/2026/2026-001-podao/', '/match/', '/open/', '/about/'].map(
    (address) => groupOf(address)?.label,
  );
  expect(labels).toEqual(['共驻共建', '民情议事', '共驻共建', '公开', undefined]);
});

test('the first page belongs to no group', () => {
  expect(groupOf('/')).toBeUndefined();
});

test('every page named in a group has its words', () => {
  const pages = groups.flatMap(({ parts }) => parts.filter((part) => part.startsWith('/')));
  expect(pages.filter((page) => fixedPages[page] === undefined)).toEqual([]);
});

test('lists and pages stand in a group by their places, and a list may have a place of its own there', () => {
  const partsOf = (address: string) => groups.find((group) => group.address === address)?.parts;
  expect(partsOf('/voices/')).toEqual(['/channel/', 'concerns', '/concerns/statistics/', 'deliberations']);
  // Readers compare needs with resources; what was agreed with whom comes after.
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

test('every list that names a group stands in it once, and no other does', () => {
  const parts = groups.flatMap((group) => group.parts);
  const wanted = sections.filter((name) => navigationPlace(collectionOf(name)) !== undefined);
  expect(parts.filter((part) => !part.startsWith('/')).sort()).toEqual([...wanted].sort());
});
