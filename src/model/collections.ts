import { problemsOf } from './check-collections.ts';
import type { CollectionName, Collections } from './collection-types.ts';
import { described } from './collections.generated.ts';
import type { Collection } from './define-collection.ts';

export type { CollectionName, Collections, Data } from './collection-types.ts';

/** One collection for each file in `collections/`. Nothing starts with a wrong description. */
const all = described as unknown as Readonly<Record<CollectionName, Collection>>;
const problems = problemsOf(all);
if (problems.length > 0) {
  throw new Error(`The descriptions in src/model/collections/ are wrong:\n  ${problems.join('\n  ')}`);
}

/** In the order of the desk's menu. */
export const collectionNames = inOrder(({ order, deskOrder }) => deskOrder ?? order);

/** Collections that have a list, in the order readers see them. Single entries have no slug. */
export type ListName = {
  [N in CollectionName]: Collections[N] extends Collection<infer F>
    ? 'slug' extends keyof F
      ? N
      : never
    : never;
}[CollectionName];
export const listNames = inOrder(({ order, single }) =>
  single === undefined ? order : undefined,
) as readonly ListName[];

/** The description without the exact types of its fields. */
export function collectionOf(name: CollectionName): Collection {
  return all[name];
}

export function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(all, name);
}

/** The names of the collections that have a place, sorted by it. */
export function inOrder(placeOf: (collection: Collection) => number | undefined): readonly CollectionName[] {
  return (Object.keys(all) as CollectionName[])
    .flatMap((name) => {
      const place = placeOf(all[name]);
      return place === undefined ? [] : [{ name, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
}
