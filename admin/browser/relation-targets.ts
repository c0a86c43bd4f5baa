import { useEffect, useSyncExternalStore } from 'react';
import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import { readEntryValues } from '../../src/model/entry-file.ts';
import { askStore } from './ask.ts';

export interface Target {
  slug: string;
  title: string;
}

/** The server searches: a collection can hold thousands of texts. */
export async function findTargets(
  to: string,
  request: { search?: string; filter?: object },
): Promise<Target[]> {
  if (!isCollectionName(to)) throw new Error(`Unknown collection "${to}".`);
  const collection = collectionOf(to);
  const { entries } = await askStore<{ entries: { data: string }[] }>('entriesByFolder', {
    folder: `content/${to}`,
    extension: 'md',
    depth: 3,
    page: 1,
    pageSize: 20,
    ...request,
  });
  const found = entries.map(({ data }) => {
    const values = readEntryValues(collection, data);
    return { slug: String(values['slug']), title: String(values[collection.title]) };
  });
  // The words may stand anywhere in a text; most people type a part of its title.
  const inTitle = ({ title }: Target): number => (title.includes(request.search ?? '') ? 0 : 1);
  return found.toSorted((a, b) => inTitle(a) - inTitle(b));
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

/** Titles of the entries pointed at. A slug nobody answers to is shown as it is; the checker says what is wrong. */
export function useTitles(to: string, slugs: readonly string[]): ReadonlyMap<string, string> {
  useSyncExternalStore(listen, () => known);
  const missing = slugs.filter((slug) => !titles.has(`${to}/${slug}`)).join(' ');
  useEffect(() => {
    for (const slug of missing.split(' ').filter(Boolean)) {
      // Asked for once, however many fields show it.
      titles.set(`${to}/${slug}`, slug);
      void findTargets(to, { filter: { slug } }).then(([target]) => {
        if (target) rememberTitle(to, slug, target.title);
      });
    }
  }, [to, missing]);
  return new Map(slugs.map((slug) => [slug, titles.get(`${to}/${slug}`) ?? slug]));
}
