import type { ImageMetadata } from 'astro';
import { getCollection } from 'astro:content';
import { yearOf } from '../model/addresses.ts';
import { collectionOf } from '../model/collections.ts';
import type { CollectionName, Data } from '../model/collections.ts';
import type { Picture } from '../model/fields.ts';
import { compareNames } from '../site/dates.ts';

/** A picture as Astro's <Picture> takes it. */
export interface SitePicture {
  src: ImageMetadata;
  alt: string;
}

type Shown<T> = {
  [K in keyof T]: NonNullable<T[K]> extends Picture ? Exclude<T[K], Picture> | SitePicture : T[K];
};

/** An entry as pages take it. `render(entry.entry)` of astro:content gives its body. */
export interface Article<N extends CollectionName = CollectionName> {
  collection: N;
  slug: string;
  /** Before any base path; `atBase` adds it. */
  address: string;
  /** Folder below content/, where attachments lie. */
  folder: string;
  data: Shown<Data<N>>;
  /** The body as plain text. */
  text: string;
  entry: Awaited<ReturnType<typeof getCollection<N>>>[number];
}

/** All published entries of a collection: newest first where they have a date, else by order and name. */
export async function allOf<N extends CollectionName>(name: N): Promise<Article<N>[]> {
  const entries = await getCollection(name);
  return entries
    .map((entry) => {
      const { address, folder, text, ...data } = entry.data as unknown as Record<string, unknown>;
      return {
        collection: name,
        slug: entry.id,
        address,
        folder,
        text,
        data,
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

/** Day or moment an entry belongs to, as its collection says. */
export function dateOf(article: Article): string {
  const { date } = collectionOf(article.collection);
  return date === undefined ? '' : valueOf(article, date);
}

const valueOf = (article: Article, field: string): string => {
  const value = (article.data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export const titleOf = (article: Article): string => article.data.title;

function inListOrder(name: CollectionName): (a: Article, b: Article) => number {
  if (collectionOf(name).date !== undefined) {
    return (a, b) => dateOf(b).localeCompare(dateOf(a)) || a.slug.localeCompare(b.slug);
  }
  const place = (article: Article): number => Number(valueOf(article, 'order') || '10000');
  return (a, b) => place(a) - place(b) || compareNames(titleOf(a), titleOf(b));
}

/** Years that have entries, newest first, each with its entries. */
export function byYear<A extends Article>(articles: readonly A[]): { year: string; articles: A[] }[] {
  const years = Map.groupBy(articles, (article) => yearOf(dateOf(article)));
  return [...years]
    .map(([year, list]) => ({ year, articles: list }))
    .sort((a, b) => b.year.localeCompare(a.year));
}

/** The older and the newer entry of the same list. */
export function neighboursOf<A extends Article>(
  article: A,
  list: readonly A[],
): { previous: A | undefined; next: A | undefined } {
  const at = list.findIndex(({ slug }) => slug === article.slug);
  return { previous: at < 0 ? undefined : list[at + 1], next: at <= 0 ? undefined : list[at - 1] };
}

/** Entries named by their slugs, in the order they are named. */
export async function named<N extends CollectionName>(
  name: N,
  slugs: readonly string[] | undefined,
): Promise<Article<N>[]> {
  if (!slugs || slugs.length === 0) return [];
  const bySlug = new Map((await allOf(name)).map((article) => [article.slug, article]));
  return slugs.map((slug) => bySlug.get(slug)).filter((article) => article !== undefined);
}

/** Activities a unit took part in, and notices it gave. */
export async function workOf(
  org: string,
): Promise<{ activities: Article<'activities'>[]; notices: Article<'notices'>[] }> {
  const [activities, notices] = await Promise.all([allOf('activities'), allOf('notices')]);
  return {
    activities: activities.filter(({ data }) => data.orgs.includes(org)),
    notices: notices.filter(({ data }) => data.orgs.includes(org)),
  };
}

/** Joint bodies in which a unit has a seat. */
export async function seatsOf(org: string): Promise<Article<'orgs'>[]> {
  return (await allOf('orgs')).filter(({ data }) => data.seats?.some((seat) => seat.org === org));
}

export async function activitiesUsing(material: string): Promise<Article<'activities'>[]> {
  return (await allOf('activities')).filter(({ data }) => data.materials?.includes(material));
}

export async function materialsCiting(policy: string): Promise<Article<'materials'>[]> {
  return (await allOf('materials')).filter(({ data }) => data.policies?.includes(policy));
}

/** The documents that took a policy's place. */
export async function successorsOf(policy: string): Promise<Article<'policies'>[]> {
  return (await allOf('policies')).filter(({ data }) => data.supersedes?.includes(policy));
}

/** Notices still in force on a day, important ones first. */
export function noticesInForce(notices: readonly Article<'notices'>[], day: string): Article<'notices'>[] {
  return notices
    .filter(({ data }) => !isExpired(data, day))
    .sort((a, b) => Number(b.data.important ?? false) - Number(a.data.important ?? false));
}

/** The last day of a notice still counts. */
export const isExpired = (data: { expires?: string | undefined }, day: string): boolean =>
  data.expires !== undefined && data.expires < day;

type Topical = Article<'activities' | 'notices' | 'materials' | 'policies'>;

/** Topics that have entries, in the model's order, each with its entries newest first. */
export async function topicsInUse(): Promise<{ topic: string; label: string; articles: Topical[] }[]> {
  const all: Topical[] = (
    await Promise.all([allOf('activities'), allOf('materials'), allOf('policies'), allOf('notices')])
  ).flat();
  const field = collectionOf('activities').fields['topics'];
  const options = field?.kind === 'choice' ? field.options : {};
  return Object.entries(options)
    .map(([topic, label]) => ({
      topic,
      label,
      articles: all
        .filter(({ data }) => (data.topics as string[] | undefined)?.includes(topic))
        .sort((a, b) => dateOf(b).localeCompare(dateOf(a))),
    }))
    .filter(({ articles }) => articles.length > 0);
}
