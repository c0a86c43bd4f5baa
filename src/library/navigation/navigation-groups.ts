import { navigationPlace } from '../../model/define-collection.ts';
import { collectionOf } from '../../model/collections.ts';
import { fixedPages, navigationGroups } from '../../model/site-navigation.ts';
import type { GroupName } from '../../model/site-navigation.ts';
import { sections } from '../entries/labels.ts';

/**
 * The ways into the site, in the order readers meet them. A part is a collection's list or a page of its own
 * (written as an address); which of them have something to show is asked elsewhere.
 */
export interface Group {
  /** The group's own page; a group of one list has none and leads there at once. */
  address: string;
  label: string;
  description: string;
  parts: readonly string[];
}

export const groups: readonly Group[] = navigationGroups.map(({ name, label, description }) => ({
  address: `/${name}/`,
  label,
  description,
  parts: partsOf(name),
}));

function partsOf(group: GroupName): string[] {
  const lists = sections.map((name) => ({ part: name as string, ...navigationPlace(collectionOf(name)) }));
  const pages = Object.entries(fixedPages).map(([part, { group, order }]) => ({ part, group, order }));
  return [...lists, ...pages]
    .filter((each) => each.group === group)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ part }) => part);
}

const addressOfPart = (part: string): string => (part.startsWith('/') ? part : `/${part}/`);

/** The group an address of the site belongs to: that of the longest part it begins with. */
export function groupOf(address: string): Group | undefined {
  const found = groups
    .flatMap((group) => [group.address, ...group.parts.map(addressOfPart)].map((start) => ({ group, start })))
    .filter(({ start }) => address.startsWith(start))
    .sort((a, b) => b.start.length - a.start.length);
  return found[0]?.group;
}
