import type { Collection, EntryData } from './collection.ts';
import { activities } from './collections/activities.ts';
import { agreements } from './collections/agreements.ts';
import { cases } from './collections/cases.ts';
import { channel } from './collections/channel.ts';
import { clippings } from './collections/clippings.ts';
import { concerns } from './collections/concerns.ts';
import { deliberations } from './collections/deliberations.ts';
import { documents } from './collections/documents.ts';
import { events } from './collections/events.ts';
import { materials } from './collections/materials.ts';
import { meetings } from './collections/meetings.ts';
import { menus } from './collections/menus.ts';
import { monthly } from './collections/monthly.ts';
import { needs } from './collections/needs.ts';
import { notices } from './collections/notices.ts';
import { orgs } from './collections/orgs.ts';
import { paths } from './collections/paths.ts';
import { policies } from './collections/policies.ts';
import { posts } from './collections/posts.ts';
import { projects } from './collections/projects.ts';
import { quizzes } from './collections/quizzes.ts';
import { resources } from './collections/resources.ts';
import { series } from './collections/series.ts';
import { services } from './collections/services.ts';
import { site } from './collections/site.ts';
import { terms } from './collections/terms.ts';

/** Every collection, in the order the desk lists them. A new one is a file and a line here. */
export const collections = {
  activities,
  notices,
  series,
  events,
  agreements,
  resources,
  needs,
  projects,
  meetings,
  cases,
  channel,
  concerns,
  deliberations,
  services,
  menus,
  posts,
  documents,
  materials,
  monthly,
  paths,
  quizzes,
  terms,
  policies,
  clippings,
  orgs,
  site,
} as const;

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
