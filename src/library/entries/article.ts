import type { ImageMetadata } from 'astro';
import type { CollectionEntry } from 'astro:content';
import { showsNothing } from '../../markdown/plain-text.ts';
import { collectionOf } from '../../model/collections.ts';
import type { CollectionName, Data } from '../../model/collections.ts';
import type { Picture } from '../../model/fields.ts';

/** A picture in the form that Astro's <Picture> accepts. */
export interface SitePicture {
  src: ImageMetadata;
  alt: string;
}

type WithSitePictures<T> = {
  [K in keyof T]: NonNullable<T[K]> extends Picture ? Exclude<T[K], Picture> | SitePicture : T[K];
};

/** An entry in the form that pages use. `render(entry.entry)` of astro:content gives its body. */
export interface Article<N extends CollectionName = CollectionName> {
  collection: N;
  slug: string;
  /** Before any base path; `atBase` adds it. */
  address: string;
  /** Folder below content/, with the attachments. */
  folder: string;
  data: WithSitePictures<Data<N>>;
  /** The body as plain text. */
  text: string;
  entry: CollectionEntry<N>;
}

/** Whether the body shows anything: a poster has a picture and no words. */
export const hasBody = ({ entry, text }: Article): boolean =>
  !showsNothing((entry as { rendered?: { html: string } }).rendered?.html ?? '', text);

/** Narrows an entry of several collections to one of them. */
export const isA = <A extends { collection: CollectionName }, N extends A['collection']>(
  name: N,
  article: A,
): article is A & Article<N> => article.collection === name;

/** The day or moment of an entry, from the date field of its collection. */
export function dateOf(article: Article): string {
  const { date } = collectionOf(article.collection);
  return date === undefined ? '' : valueOf(article, date);
}

export const valueOf = (article: Article, field: string): string => {
  const value = (article.data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The description for lists and search engines: summary or meaning, else the beginning of the text. */
export function summaryOf(article: Article): string {
  const { summary, meaning, text } = article.data as { summary?: string; meaning?: string; text?: string };
  const start = (text ?? article.text).replace(/\s+/g, ' ').trim();
  const opening = start.length > 100 ? `${start.slice(0, 99)}……` : start;
  return summary ?? meaning ?? (opening === '' ? titleOf(article) : opening);
}

export const titleOf = (article: Article): string => article.data.title;

/** The day a list shows next to a title; none if the title contains it. */
export const dayShown = (article: Article): string =>
  collectionOf(article.collection).dayInTitle ? '' : dateOf(article);
