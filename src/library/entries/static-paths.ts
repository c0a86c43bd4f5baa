import { yearOf } from '../../model/addresses/entry-addresses.ts';
import { collectionNames, collectionOf } from '../../model/collections.ts';
import type { CollectionName } from '../../model/collections.ts';
import { dateOf } from './article.ts';
import type { Article } from './article.ts';
import { feedSections } from './labels.ts';
import { allOf } from './queries.ts';

interface EntryPath<N extends CollectionName> {
  params: { slug: string; year?: string };
  props: { article: Article<N> };
}

/** The static paths of a page, screen, poster or file of every entry of a collection. */
export async function staticPathsOf<N extends CollectionName>(name: N): Promise<EntryPath<N>[]> {
  const { byYear } = collectionOf(name);
  return (await allOf(name)).map((article) => ({
    params: { slug: article.slug, ...(byYear ? { year: yearOf(dateOf(article)) } : {}) },
    props: { article },
  }));
}

/** For a file of every collection: its entries, its schema. */
export const collectionPaths = () =>
  collectionNames.map((collection) => ({ params: { collection }, props: { collection } }));

/** For a file of every section that has a feed. */
export const feedPaths = () => feedSections.map((section) => ({ params: { section }, props: { section } }));
