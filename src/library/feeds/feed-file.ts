import { generateAtomFeed, generateRssFeed } from 'feedsmith';
import type { JsonFeed } from 'feedsmith';
import { jsonSafe, xmlSafe } from '../../site/output-safety.ts';

/** A feed, independent of its format. Addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  /** Who publishes it. */
  author: string;
  /** The page with the same list. */
  page: string;
  /** The feed itself. */
  self: string;
  items: FeedItem[];
}
export interface FeedItem {
  title: string;
  link: string;
  /** With UTC offset: `2026-03-16T09:30:00+08:00`. */
  moment: string;
  /** The moment of the last change, if any. */
  modified: string | undefined;
  summary: string;
  categories: string[];
  /** None if the text is only on its page. */
  html: string | undefined;
}

export function rssText(feed: Feed): string {
  const { title, description, page, self, items } = xmlFeed(feed);
  return generateRssFeed({
    title,
    description,
    link: page,
    language: 'zh-cn',
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: items.map(({ title, link, moment, summary, categories, html }) => ({
      title,
      link,
      guid: { value: link, isPermaLink: true },
      pubDate: new Date(moment),
      description: summary,
      categories: categories.map((name) => ({ name })),
      ...(html === undefined ? {} : { content: { encoded: html } }),
    })),
  });
}

/** Atom (RFC 4287). Unlike RSS, it says when an entry was changed. */
export function atomText(feed: Feed): string {
  const { title, description, author, page, self, items } = xmlFeed(feed);
  const changes = items.map(({ moment, modified = moment }) => new Date(modified));
  return generateAtomFeed({
    xml: { lang: 'zh-CN' },
    id: self,
    title: { value: title },
    subtitle: { value: description },
    // A feed without entries also needs a moment, the same one in each build.
    updated: new Date(Math.max(0, ...changes.map(Number))),
    authors: [{ name: author }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: page, rel: 'alternate', type: 'text/html' },
    ],
    entries: items.map(({ title, link, moment, modified = moment, summary, categories, html }) => ({
      id: link,
      title: { value: title },
      links: [{ href: link, rel: 'alternate', type: 'text/html' }],
      published: new Date(moment),
      updated: new Date(modified),
      summary: { value: summary },
      categories: categories.map((term) => ({ term })),
      ...(html === undefined ? {} : { content: { value: html, type: 'html' } }),
    })),
  });
}

/**
 * JSON Feed 1.1. The library would convert moments to UTC, and small programs that take the first ten characters as
 * the day would be a day early. So only its type is used.
 */
export const jsonFeedText = ({ title, description, page, self, items }: Feed): string =>
  jsonSafe({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: page,
    feed_url: self,
    language: 'zh-CN',
    items: items.map(({ title, link, moment, modified, summary, categories, html }) => ({
      id: link,
      url: link,
      title,
      summary,
      // JSON Feed requires one of the two.
      ...(html === undefined ? { content_text: summary } : { content_html: html }),
      date_published: moment,
      ...(modified === undefined ? {} : { date_modified: modified }),
      tags: categories,
    })),
  } satisfies JsonFeed.Feed<string> & { version: string });

/** Applied before writing: removing a character afterwards could join the two halves of a `]]>`. */
const xmlFeed = (feed: Feed): Feed => ({
  ...feed,
  title: xmlSafe(feed.title),
  description: xmlSafe(feed.description),
  author: xmlSafe(feed.author),
  items: feed.items.map((item) => ({
    ...item,
    title: xmlSafe(item.title),
    summary: xmlSafe(item.summary),
    categories: item.categories.map(xmlSafe),
    html: item.html === undefined ? undefined : xmlSafe(item.html),
  })),
});
