import { isCollectionName } from '../../model/collections.ts';
import { fixedPages } from '../../model/site-navigation.ts';
import { sections, wordsOf } from '../entries/labels.ts';
import type { Section } from '../entries/labels.ts';
import { groups } from './navigation-groups.ts';
import type { NavigationGroup } from './navigation-groups.ts';
import { allOf } from '../entries/queries.ts';

/** A list or page in the navigation and on landing pages. */
export interface MenuLink {
  address: string;
  label: string;
  description: string;
  /** For lists: the number of entries with their measure word. */
  count?: string;
}

export interface MenuGroup extends NavigationGroup {
  links: MenuLink[];
}

/** The groups, with links to the parts that have content. A group of one part links directly to that part. */
export async function navigation(): Promise<MenuGroup[]> {
  const all = await Promise.all(
    groups.map(async (group) => ({ ...group, links: await linksOfGroup(group) })),
  );
  return all.flatMap((group) => {
    const [first, second] = group.links;
    if (!first) return [];
    return [second ? group : { ...group, address: first.address }];
  });
}

/** Links to the parts of a group that have content. */
export const linksOfGroup = async (group: NavigationGroup): Promise<MenuLink[]> =>
  (await Promise.all(group.parts.map(linkTo))).filter((link) => link !== undefined);

const isSection = (part: string): part is Section => (sections as readonly string[]).includes(part);

async function linkTo(part: string): Promise<MenuLink | undefined> {
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

/** The breadcrumb between the home page and a section or page. */
export async function breadcrumbTo(part: string): Promise<{ label: string; address: string }[]> {
  const group = (await navigation()).find(({ parts }) => parts.includes(part));
  if (!group || group.links.length < 2) return [];
  return [{ label: group.label, address: group.address }];
}
