import { feedPlace, navigationPlace } from './define-collection.ts';
import type { Collection } from './define-collection.ts';
import { fixedPages, navigationGroups } from './site-navigation.ts';

export const when = (wrong: boolean, problem: string): string[] => (wrong ? [problem] : []);

/** What a description says wrong of where readers come by its entries: lists, navigation, feed, topics, site map. */
export function placesOf(collection: Collection): string[] {
  const { order, navigation, feed, single, date, columnType, topicPages, siteMap, fields } = collection;
  const isList = single === undefined;
  const kinds = typeof siteMap === 'object' ? siteMap.by : undefined;
  return [
    ...when(!Number.isFinite(order), 'it has no order among the collections.'),
    ...(said(navigation) ? inNavigation(collection) : [unsaid('navigation')]),
    ...(said(feed) ? [] : [unsaid('feed')]),
    ...when(
      said(feed) && feedPlace(collection) !== undefined && (!isList || date === undefined),
      'a feed needs a list with a date.',
    ),
    ...when(isList && columnType === undefined, 'a list needs a columnType for its page tags.'),
    ...when(
      topicPages === true && fields['topics']?.kind !== 'choice',
      'it has no topics for the topic pages.',
    ),
    ...when(
      kinds !== undefined && fields[kinds]?.kind !== 'choice',
      `its site map goes by "${String(kinds)}", which is no choice.`,
    ),
  ];
}

/** A description may be half written, whatever its type says: a script or a cast made it. */
function said(way: Collection['navigation'] | Collection['feed'] | undefined): boolean {
  if (way === undefined) return false;
  return way === true || !('none' in way) || way.none.trim() !== '';
}

const unsaid = (key: string): string =>
  `it says nothing of its ${key}; where it goes without, say { none: 'why' }.`;

function inNavigation(collection: Collection): string[] {
  const place = navigationPlace(collection);
  if (!place) return [];
  const groups: readonly string[] = navigationGroups.map(({ name }) => name);
  return [
    ...when(
      !groups.includes(place.group),
      `its navigation group "${place.group}" does not exist; there are ${groups.join(', ')}.`,
    ),
    ...when(
      collection.single !== undefined,
      'a single entry has no list for the navigation; its page is a fixed page there.',
    ),
  ];
}

/** Two things at one place would stand in the order of their files' names, and nobody would have chosen it. */
export function samePlaces(all: Readonly<Record<string, Collection>>): string[] {
  const places = [
    ...Object.entries(all).flatMap(([name, collection]) => {
      const { order, deskOrder = order, navigation, feed } = collection;
      const feedOrder = said(feed) ? feedPlace(collection) : undefined;
      const way = said(navigation) ? navigationPlace(collection) : undefined;
      return [
        { name, place: `place ${String(order)} among the collections` },
        { name, place: `place ${String(deskOrder)} in the menu of the desk` },
        ...(feedOrder === undefined ? [] : [{ name, place: `place ${String(feedOrder)} among the feeds` }]),
        ...(way ? [{ name, place: placeIn(way) }] : []),
      ];
    }),
    ...Object.entries(fixedPages).map(([name, page]) => ({ name, place: placeIn(page) })),
  ];
  return [...Map.groupBy(places, ({ place }) => place)]
    .filter(([, taken]) => taken.length > 1)
    .map(([place, taken]) => `${taken.map(({ name }) => name).join(', ')}: they share ${place}.`);
}

const placeIn = ({ group, order }: { group: string; order: number }): string =>
  `place ${String(order)} in the navigation group "${group}"`;
