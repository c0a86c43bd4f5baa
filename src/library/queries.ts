import type { ImageMetadata } from 'astro';
import { getCollection } from 'astro:content';
import { yearOf } from '../model/addresses.ts';
import { collectionOf } from '../model/collections.ts';
import type { CollectionName, Data } from '../model/collections.ts';
import { choicesOf, sections } from './labels.ts';
import type { Section } from './labels.ts';
import type { Picture } from '../model/fields.ts';
import { compareNames } from '../site/dates.ts';

/** A picture as Astro's <Picture> takes it. */
export interface SitePicture {
  src: ImageMetadata;
  alt: string;
  /** The name it has beside the text. */
  file: string;
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

const shelves = new Map<CollectionName, Promise<Article[]>>();

/** All published entries of a collection: newest first where they have a date, else by order and name. */
export function allOf<N extends CollectionName>(name: N): Promise<Article<N>[]> {
  // Every page asks, and in a build the answer stays the same. In dev an editor may have saved meanwhile.
  const kept = import.meta.env.PROD ? shelves.get(name) : undefined;
  if (kept) return kept as Promise<Article<N>[]>;
  const shelf = readAll(name);
  shelves.set(name, shelf as unknown as Promise<Article[]>);
  return shelf;
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

/** Day or moment an entry belongs to, as its collection says. */
export function dateOf(article: Article): string {
  const { date } = collectionOf(article.collection);
  return date === undefined ? '' : valueOf(article, date);
}

const valueOf = (article: Article, field: string): string => {
  const value = (article.data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** What lists and search engines say of an entry: its summary, else the beginning of what it says. */
export function summaryOf(article: Article): string {
  const { summary, text } = article.data as { summary?: string; text?: string };
  const start = (text ?? article.text).replace(/\s+/g, ' ').trim();
  const opening = start.length > 100 ? `${start.slice(0, 99)}……` : start;
  return summary ?? (opening === '' ? titleOf(article) : opening);
}

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

/** Months of one year's entries, newest first: `3月`. */
export function byMonth<A extends Article>(articles: readonly A[]): { label: string; articles: A[] }[] {
  const months = Map.groupBy(articles, (article) => dateOf(article).slice(5, 7));
  return [...months].map(([month, list]) => ({ label: `${String(Number(month))}月`, articles: list }));
}

/** Entries by a choice, in the order of its options; choices nobody made are left out. */
export function groupsBy<N extends Section>(
  name: N,
  field: 'category' | 'kind' | 'type',
  articles: readonly Article<N>[],
): { value: string; label: string; articles: Article<N>[] }[] {
  const groups = Map.groupBy(articles, (article) => valueOf(article, field));
  return Object.entries(choicesOf(name, field)).flatMap(([value, label]) => {
    const list = groups.get(value);
    return list ? [{ value, label, articles: list }] : [];
  });
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

export interface Seat {
  /** The unit at the other end: the member of a body, or the body of a member. */
  org: Article<'orgs'>;
  role: string;
  since: string;
  until?: string | undefined;
}

/** Members of a joint body, those who still sit first. */
export async function membersOf(body: Article<'orgs'>): Promise<Seat[]> {
  const orgs = new Map((await allOf('orgs')).map((org) => [org.slug, org]));
  const seats = (body.data.seats ?? []).flatMap((seat) => {
    const org = orgs.get(seat.org);
    return org ? [{ ...seat, org }] : [];
  });
  return seats.sort(sittingFirst);
}

/** The same seats seen from the member: joint bodies in which a unit sits or sat. */
export async function seatsOf(member: string): Promise<Seat[]> {
  const orgs = await allOf('orgs');
  return orgs
    .flatMap((org) => (org.data.seats ?? []).map((seat) => ({ ...seat, org, member: seat.org })))
    .filter((seat) => seat.member === member)
    .sort(sittingFirst);
}

const sittingFirst = (a: Seat, b: Seat): number =>
  (b.until ?? '9999').localeCompare(a.until ?? '9999') || a.since.localeCompare(b.since);

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

const topical = [
  'activities',
  'series',
  'projects',
  'cases',
  'documents',
  'materials',
  'policies',
  'notices',
] as const satisfies readonly CollectionName[];
type Topical = Article<(typeof topical)[number]>;

export interface Topic {
  topic: string;
  label: string;
  articles: Topical[];
}

/** Topics that have entries, in the model's order, each with its entries newest first. */
export async function topicsInUse(): Promise<Topic[]> {
  const all = (await Promise.all(topical.map((name) => allOf(name)))).flat() as Topical[];
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

/** Entries of several sections, section by section. */
export function bySection(articles: readonly Topical[]): { section: Section; articles: Topical[] }[] {
  const found = Map.groupBy(articles, ({ collection }) => collection);
  return sections.flatMap((section) => {
    const list = found.get(section as Topical['collection']);
    return list ? [{ section, articles: list }] : [];
  });
}

interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** The headings a table of contents shows: two levels, or one where two would be too many. Few need no table. */
export function headingsShown(headings: readonly Heading[]): Heading[] {
  const top = Math.min(...headings.map(({ depth }) => depth));
  const upTo = (levels: number): Heading[] => headings.filter(({ depth }) => depth < top + levels);
  const two = upTo(2);
  const shown = two.length > 40 ? upTo(1) : two;
  return shown.length < 3 ? [] : shown.map((heading) => ({ ...heading, depth: heading.depth - top + 2 }));
}
