import { navigationPlace } from '../../model/define-collection.ts';
import { collectionOf } from '../../model/collections.ts';
import { fixedPages, navigationGroups } from '../../model/site-navigation.ts';
import type { GroupName } from '../../model/site-navigation.ts';
import { sections } from '../entries/labels.ts';

/**
 * A group of the navigation. A part is the list of a collection (its name) or another page (its address);
 * menu.ts decides which parts have content.
 */
export interface NavigationGroup {
  /** The group's landing page. */
  address: string;
  label: string;
  description: string;
  parts: readonly string[];
}

export const groups: readonly NavigationGroup[] = navigationGroups.map(({ name, label, description }) => ({
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

/** The group of an address: the one with the longest part that the address starts with. */
export function groupOf(address: string): NavigationGroup | undefined {
  const found = groups
    .flatMap((group) => [group.address, ...group.parts.map(addressOfPart)].map((start) => ({ group, start })))
    .filter(({ start }) => address.startsWith(start))
    .sort((a, b) => b.start.length - a.start.length);
  return found[0]?.group;
}
