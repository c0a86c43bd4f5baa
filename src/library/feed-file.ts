import { getRssString } from '@astrojs/rss';
import { jsonSafe, xmlSafe } from '../site/safe-text.ts';

/** A feed before it has a format. Addresses are whole. */
export interface Feed {
  title: string;
  description: string;
  /** The page that lists the same. */
  page: string;
  /** The feed itself. */
  self: string;
  items: FeedItem[];
}
export interface FeedItem {
  title: string;
  link: string;
  /** With its offset: `2026-03-16T09:30:00+08:00`. */
  moment: string;
  /** The same of its last change, where there was one. */
  modified: string | undefined;
  summary: string;
  categories: string[];
  /** None where the text is read on its page. */
  html: string | undefined;
}

export async function rssText({ title, description, page, self, items }: Feed): Promise<string> {
  const text = await getRssString({
    title,
    description,
    site: page,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-cn</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: items.map(({ title, link, moment, summary, categories, html }) => ({
      title,
      link,
      pubDate: new Date(moment),
      description: summary,
      categories,
      ...(html === undefined ? {} : { content: html }),
    })),
  });
  return xmlSafe(text);
}

/** JSON Feed 1.1. */
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
      // An item must have one of the two.
      ...(html === undefined ? { content_text: summary } : { content_html: html }),
      date_published: moment,
      ...(modified === undefined ? {} : { date_modified: modified }),
      tags: categories,
    })),
  });
