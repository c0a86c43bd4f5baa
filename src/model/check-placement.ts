import { feedPlace, navigationPlace } from './define-collection.ts';
import type { Collection } from './define-collection.ts';
import { fixedPages, navigationGroups } from './site-navigation.ts';

export const problemIf = (wrong: boolean, problem: string): string[] => (wrong ? [problem] : []);

/** Mistakes in where readers find the entries: lists, navigation, feed, topics, site map. */
export function placementProblems(collection: Collection): string[] {
  const { order, navigation, feed, single, date, columnType, topicPages, siteMap, fields } = collection;
  const isList = single === undefined;
  const kinds = typeof siteMap === 'object' ? siteMap.by : undefined;
  return [
    ...problemIf(!Number.isFinite(order), 'it has no order among the collections.'),
    ...(isStated(navigation) ? navigationProblems(collection) : [notStated('navigation')]),
    ...(isStated(feed) ? [] : [notStated('feed')]),
    ...problemIf(
      isStated(feed) && feedPlace(collection) !== undefined && (!isList || date === undefined),
      'a feed needs a list with a date.',
    ),
    ...problemIf(isList && columnType === undefined, 'a list needs a columnType for its page tags.'),
    ...problemIf(
      topicPages === true && fields['topics']?.kind !== 'choice',
      'it has no topics for the topic pages.',
    ),
    ...problemIf(
      kinds !== undefined && fields[kinds]?.kind !== 'choice',
      `its site map goes by "${String(kinds)}", which is not a choice field.`,
    ),
  ];
}

/** A description may be incomplete in spite of its type, after a cast or problemIf a script made it. */
function isStated(value: Collection['navigation'] | Collection['feed'] | undefined): boolean {
  if (value === undefined) return false;
  return value === true || !('none' in value) || value.none.trim() !== '';
}

const notStated = (key: string): string =>
  `its ${key} is missing; if it has none, write { none: 'the reason' }.`;

function navigationProblems(collection: Collection): string[] {
  const place = navigationPlace(collection);
  if (!place) return [];
  const groups: readonly string[] = navigationGroups.map(({ name }) => name);
  return [
    ...problemIf(
      !groups.includes(place.group),
      `its navigation group "${place.group}" does not exist; the groups are ${groups.join(', ')}.`,
    ),
    ...problemIf(
      collection.single !== undefined,
      'a single entry has no list for the navigation; its page is a fixed page there.',
    ),
  ];
}

/** Two things with the same number would be sorted by file name, which is an order that no one chose. */
export function sharedPlaces(all: Readonly<Record<string, Collection>>): string[] {
  const places = [
    ...Object.entries(all).flatMap(([name, collection]) => {
      const { order, deskOrder = order, navigation, feed } = collection;
      const feedOrder = isStated(feed) ? feedPlace(collection) : undefined;
      const value = isStated(navigation) ? navigationPlace(collection) : undefined;
      return [
        { name, place: `place ${String(order)} among the collections` },
        { name, place: `place ${String(deskOrder)} in the menu of the desk` },
        ...(feedOrder === undefined ? [] : [{ name, place: `place ${String(feedOrder)} among the feeds` }]),
        ...(value ? [{ name, place: navigationSlot(value) }] : []),
      ];
    }),
    ...Object.entries(fixedPages).map(([name, page]) => ({ name, place: navigationSlot(page) })),
  ];
  return [...Map.groupBy(places, ({ place }) => place)]
    .filter(([, taken]) => taken.length > 1)
    .map(([place, taken]) => `${taken.map(({ name }) => name).join(', ')}: they share ${place}.`);
}

const navigationSlot = ({ group, order }: { group: string; order: number }): string =>
  `place ${String(order)} in the navigation group "${group}"`;
