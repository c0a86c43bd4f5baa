import { isCollectionName } from '../../model/collections.ts';
import { fixedPages } from '../../model/site-navigation.ts';
import { sections, wordsOf } from '../entries/labels.ts';
import type { Section } from '../entries/labels.ts';
import { groups } from './navigation-groups.ts';
import type { Group } from './navigation-groups.ts';
import { allOf } from '../entries/queries.ts';

/** A list or page as navigation and landing pages show it. */
export interface MenuLink {
  address: string;
  label: string;
  description: string;
  /** Of lists: how many entries, and their measure word. */
  count?: string;
}

export interface MenuGroup extends Group {
  ways: MenuLink[];
}

/** Groups with the parts that have something to show. A group of one part leads to that part at once. */
export async function navigation(): Promise<MenuGroup[]> {
  const all = await Promise.all(groups.map(async (group) => ({ ...group, ways: await linksOfGroup(group) })));
  return all.flatMap((group) => {
    const [first, second] = group.ways;
    if (!first) return [];
    return [second ? group : { ...group, address: first.address }];
  });
}

/** The parts of a group that have something to show. */
export const linksOfGroup = async (group: Group): Promise<MenuLink[]> =>
  (await Promise.all(group.parts.map(wayOf))).filter((way) => way !== undefined);

const isSection = (part: string): part is Section => (sections as readonly string[]).includes(part);

async function wayOf(part: string): Promise<MenuLink | undefined> {
  if (isSection(part)) {
    const { address, label, description, counter } = wordsOf(part);
    const { length } = await allOf(part);
    return length === 0 ? undefined : { address, label, description, count: `${String(length)} ${counter}` };
  }
  const page = fixedPages[part];
  if (!page) throw new Error(`The navigation names "${part}", which is neither a section nor a fixed page.`);
  const { label, description, from } = page;
  return (await hasEntries(from)) ? { address: part, label, description } : undefined;
}

async function hasEntries(names: readonly string[] | undefined): Promise<boolean> {
  if (names === undefined) return true;
  const counts = await Promise.all(
    names.filter(isCollectionName).map(async (name) => (await allOf(name)).length),
  );
  return counts.some((count) => count > 0);
}

/** The links from the first page down to a section or page, for breadcrumbs. */
export async function breadcrumbTo(part: string): Promise<{ label: string; address: string }[]> {
  const group = (await navigation()).find(({ parts }) => parts.includes(part));
  if (!group || group.ways.length < 2) return [];
  return [{ label: group.label, address: group.address }];
}
