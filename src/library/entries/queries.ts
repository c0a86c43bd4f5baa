import { getCollection } from 'astro:content';
import { collectionOf } from '../../model/collections.ts';
import type { CollectionName } from '../../model/collections.ts';
import { compareNames } from '../../site/dates.ts';
import { dateOf, titleOf, valueOf } from './article.ts';
import type { Article } from './article.ts';
import { collectionsWithTopics } from './grouping.ts';
import type { TopicEntry } from './grouping.ts';
import { choicesOf, sections, wordsOf } from './labels.ts';
import type { SectionWords } from './labels.ts';

const cache = new Map<CollectionName, Promise<Article[]>>();

/** All published entries of a collection: newest first if they have a date, else by order and title. */
export function allOf<N extends CollectionName>(name: N): Promise<Article<N>[]> {
  // Every page asks, and the content of a build does not change. In dev an editor may have saved since.
  const cached = import.meta.env.PROD ? cache.get(name) : undefined;
  if (cached) return cached as Promise<Article<N>[]>;
  const entries = readAll(name);
  cache.set(name, entries as unknown as Promise<Article[]>);
  return entries;
}

async function readAll<N extends CollectionName>(name: N): Promise<Article<N>[]> {
  const entries = await getCollection(name);
  return entries
    .map((entry) => {
      const { address, folder, text, fields } = entry.data as unknown as Record<string, unknown>;
      return {
        collection: name,
        slug: entry.id,
        address,
        folder,
        text,
        data: fields,
        entry,
      } as unknown as Article<N>;
    })
    .sort(inListOrder(name));
}

export async function siteSettings(): Promise<Article<'site'>> {
  const [settings] = await allOf('site');
  if (!settings) throw new Error('The content has no site settings; the checker should have said so.');
  return settings;
}

function inListOrder(name: CollectionName): (a: Article, b: Article) => number {
  if (collectionOf(name).date !== undefined) {
    return (a, b) => dateOf(b).localeCompare(dateOf(a)) || a.slug.localeCompare(b.slug);
  }
  const place = (article: Article): number => Number(valueOf(article, 'order') || '10000');
  return (a, b) => place(a) - place(b) || compareNames(titleOf(a), titleOf(b));
}

export interface SectionInUse extends SectionWords {
  count: number;
}

/** Sections that have entries, in the order of the navigation, so no link leads to an empty list. */
export async function sectionsInUse(): Promise<SectionInUse[]> {
  const counted = await Promise.all(
    sections.map(async (section) => ({ ...wordsOf(section), count: (await allOf(section)).length })),
  );
  return counted.filter(({ count }) => count > 0);
}

/** The entries with these slugs, in the same order. */
export async function named<N extends CollectionName>(
  name: N,
  slugs: readonly string[] | undefined,
): Promise<Article<N>[]> {
  if (!slugs || slugs.length === 0) return [];
  const bySlug = new Map((await allOf(name)).map((article) => [article.slug, article]));
  return slugs.map((slug) => bySlug.get(slug)).filter((article) => article !== undefined);
}

/** Activities a unit took part in, and notices it published. */
export async function workOf(
  org: string,
): Promise<{ activities: Article<'activities'>[]; notices: Article<'notices'>[] }> {
  const [activities, notices] = await Promise.all([allOf('activities'), allOf('notices')]);
  return {
    activities: activities.filter(({ data }) => data.orgs.includes(org)),
    notices: notices.filter(({ data }) => data.orgs.includes(org)),
  };
}

export async function activitiesUsing(material: string): Promise<Article<'activities'>[]> {
  return (await allOf('activities')).filter(({ data }) => data.materials?.includes(material));
}

export async function materialsCiting(policy: string): Promise<Article<'materials'>[]> {
  return (await allOf('materials')).filter(({ data }) => data.policies?.includes(policy));
}

/** The policies that replaced a policy. */
export async function successorsOf(policy: string): Promise<Article<'policies'>[]> {
  return (await allOf('policies')).filter(({ data }) => data.supersedes?.includes(policy));
}

export interface Topic {
  topic: string;
  label: string;
  articles: TopicEntry[];
}

/** Topics that have entries, in the model's order, each with its entries newest first. */
export async function topicsInUse(): Promise<Topic[]> {
  const all = (await Promise.all(collectionsWithTopics.map((name) => allOf(name)))).flat() as TopicEntry[];
  return Object.entries(choicesOf('activities', 'topics'))
    .map(([topic, label]) => ({
      topic,
      label,
      articles: all
        .filter(({ data }) => (data.topics as string[] | undefined)?.includes(topic))
        .sort((a, b) => dateOf(b).localeCompare(dateOf(a))),
    }))
    .filter(({ articles }) => articles.length > 0);
}
