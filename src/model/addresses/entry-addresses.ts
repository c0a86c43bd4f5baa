import type { Collection } from '../define-collection.ts';
import { collectionNames, collectionOf } from '../collections.ts';
import type { CollectionName } from '../collections.ts';
import { fixedPages, navigationGroups } from '../site-navigation.ts';
import { partAnchor } from './part-anchor.ts';

export { partAnchor } from './part-anchor.ts';

/** `2026` of a day or a moment. Moments are written in Beijing time, so their first four digits are the year. */
export const yearOf = (dayOrMoment: string): string => dayOrMoment.slice(0, 4);

/** The folder of an entry below content/: `activities/2026/0315-lianxi-huiyi`. */
export function folderOf(collection: Collection, data: Readonly<Record<string, unknown>>): string {
  return placeOf(collection, data).join('/');
}

/** The address on the site without the base path: `/activities/2026/0315-lianxi-huiyi/`. */
export function addressOf(collection: Collection, data: Readonly<Record<string, unknown>>): string {
  if (collection.single !== undefined) return collection.single;
  return `/${placeOf(collection, data).join('/')}/`;
}

function placeOf(collection: Collection, data: Readonly<Record<string, unknown>>): string[] {
  if (collection.single) return [collection.name];
  const year = collection.byYear && collection.date ? [yearOf(String(data[collection.date] ?? ''))] : [];
  return [collection.name, ...year, String(data['slug'] ?? '')];
}

/** The ids of all numbered parts of an entry. */
export function partAnchors(collection: Collection, data: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(collection.fields).flatMap(([name, field]) => {
    const parts = data[name];
    if (field.kind !== 'parts' || field.numberedBy === undefined || !Array.isArray(parts)) return [];
    const { numberedBy } = field;
    return (parts as Readonly<Record<string, unknown>>[])
      .map((part) => part[numberedBy])
      .filter((number) => typeof number === 'number')
      .map((number) => partAnchor(name, number));
  });
}

const singleAddresses: ReadonlySet<string | undefined> = new Set(
  collectionNames.map((name) => collectionOf(name).single),
);

/** Pages that exist with any content. */
export const fixedAddresses: ReadonlySet<string> = new Set([
  '/',
  '/search/',
  '/about/',
  '/sitemap/',
  '/a-z/',
  '/listen/',
  '/rss.xml',
  '/materials/subjects/',
  '/meetings/decisions/',
  '/accessibility/',
  '/privacy/',
  '/open-data/',
  '/offline/',
  // The pages of the navigation groups, and pages that are not the list of a collection. The page of a single entry
  // exists with the entry.
  ...navigationGroups.map(({ name }) => `/${name}/`),
  ...Object.keys(fixedPages).filter((address) => !singleAddresses.has(address)),
]);

/** Addresses that exist with any content: the fixed pages, and the lists of the collections. */
export const addressesOfSite: ReadonlySet<string> = new Set([
  ...fixedAddresses,
  ...collectionNames.filter((name) => !collectionOf(name).single).map((name) => `/${name}/`),
]);

/** The pages that exist because of an entry, besides its own: its year and its topics. */
export function pagesBecauseOf(
  collection: CollectionName,
  data: Readonly<Record<string, unknown>>,
): string[] {
  const { byYear, date } = collectionOf(collection);
  const day = byYear && date ? data[date] : undefined;
  const topics = data['topics'];
  return [
    ...(typeof day === 'string' ? [`/${collection}/${yearOf(day)}/`] : []),
    ...(Array.isArray(topics) ? topics.map((topic) => `/topics/${String(topic)}/`) : []),
  ];
}

/** Every address that is not an entry: lists, their years, topics and the fixed pages. */
export const siteAddresses = (
  entries: readonly { collection: CollectionName; data: Readonly<Record<string, unknown>> }[],
): Set<string> =>
  new Set([
    ...addressesOfSite,
    ...entries.flatMap(({ collection, data }) => pagesBecauseOf(collection, data)),
  ]);
