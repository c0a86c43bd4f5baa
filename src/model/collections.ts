import type { Collection, EntryData } from './collection.ts';
import { activities } from './collections/activities.ts';
import { materials } from './collections/materials.ts';
import { notices } from './collections/notices.ts';
import { orgs } from './collections/orgs.ts';
import { policies } from './collections/policies.ts';
import { site } from './collections/site.ts';

/** Every collection, in the order the desk lists them. A new one is a file and a line here. */
export const collections = { activities, notices, materials, policies, orgs, site } as const;

export type Collections = typeof collections;
export type CollectionName = keyof Collections;
export type Data<N extends CollectionName> = EntryData<Collections[N]>;

export const collectionNames = Object.keys(collections) as CollectionName[];

/** The description as its readers take it: any fields at all. */
export function collectionOf(name: CollectionName): Collection {
  return collections[name] as unknown as Collection;
}

export function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(collections, name);
}
