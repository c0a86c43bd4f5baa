import { useEffect, useSyncExternalStore } from 'react';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { readEntryValues } from '../../../src/model/front-matter/entry-file.ts';
import { callStore } from '../backend/server-request.ts';

export interface RelationTarget {
  slug: string;
  title: string;
}
export interface FoundTargets {
  /** Best match first, as ranked by the server. */
  targets: RelationTarget[];
  /** How many more there are. */
  more: number;
}

export async function findTargets(
  to: string,
  request: { search?: string; filter?: object; pageSize?: number },
): Promise<FoundTargets> {
  if (!isCollectionName(to)) throw new Error(`Unknown collection "${to}".`);
  const collection = collectionOf(to);
  const { entries, total } = await callStore<{ entries: { data: string }[]; total: number }>(
    'entriesByFolder',
    {
      folder: `content/${to}`,
      extension: 'md',
      depth: 3,
      page: 1,
      pageSize: 20,
      ...request,
    },
  );
  const targets = entries.map(({ data }) => {
    const values = readEntryValues(collection, data);
    return { slug: String(values['slug']), title: String(values[collection.title]) };
  });
  return { targets, more: total - entries.length };
}

const titles = new Map<string, string>();
const listeners = new Set<() => void>();
let known = 0;

export function rememberTitle(to: string, slug: string, title: string): void {
  titles.set(`${to}/${slug}`, title);
  known++;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Titles of the selected entries. An unknown slug is shown as it is; the checker reports it. */
export function useTitles(to: string, slugs: readonly string[]): ReadonlyMap<string, string> {
  useSyncExternalStore(listen, () => known);
  const missing = slugs.filter((slug) => !titles.has(`${to}/${slug}`)).join(' ');
  useEffect(() => {
    for (const slug of missing.split(' ').filter(Boolean)) {
      // Request each title only once.
      titles.set(`${to}/${slug}`, slug);
      void findTargets(to, { filter: { slug } })
        .then(({ targets }) => {
          const target = targets.find((each) => each.slug === slug);
          if (target) rememberTitle(to, slug, target.title);
        })
        // Try again at the next rendering.
        .catch(() => titles.delete(`${to}/${slug}`));
    }
  }, [to, missing]);
  return new Map(slugs.map((slug) => [slug, titles.get(`${to}/${slug}`) ?? slug]));
}
