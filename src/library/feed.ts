import rss from '@astrojs/rss';
import { render } from 'astro:content';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { absolute } from '../site/address.ts';
import { topicLabel, wordsOf } from './labels.ts';
import type { Section } from './labels.ts';
import { allOf, dateOf, siteSettings, summaryOf, titleOf } from './queries.ts';
import type { Article } from './queries.ts';

export type FeedSection = 'activities' | 'notices' | 'materials';
export const feedSections: readonly FeedSection[] = ['activities', 'notices', 'materials'];

const newest = 20;
/** Longer texts, whole laws above all, are read on their page: twenty of them would be megabytes. */
const longest = 12_000;

/** The newest entries as RSS with their texts, of one section or of all that have days. */
export async function feedOf(
  address: string,
  site: URL | undefined,
  section?: FeedSection,
): Promise<Response> {
  const { data } = await siteSettings();
  const lists = await Promise.all((section ? [section] : feedSections).map((name) => allOf(name)));
  const articles = (lists.flat() as Article<FeedSection>[])
    .toSorted((a, b) => momentOf(b).localeCompare(momentOf(a)))
    .slice(0, newest);
  const container = await AstroContainer.create();
  return rss({
    title: section ? `${data.title}·${wordsOf(section).label}` : data.title,
    description: section ? wordsOf(section).description : data.description,
    site: absolute('/', site),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-cn</language><atom:link href="${absolute(address, site)}" rel="self" type="application/rss+xml"/>`,
    items: await Promise.all(articles.map((article) => itemOf(article, container, site))),
  });
}

async function itemOf(article: Article<FeedSection>, container: AstroContainer, site: URL | undefined) {
  const topics = (article.data.topics ?? []) as readonly string[];
  const text = article.text.length > longest ? undefined : await bodyOf(article, container, site);
  return {
    title: titleOf(article),
    link: absolute(article.address, site),
    pubDate: new Date(momentOf(article)),
    description: summaryOf(article),
    categories: [wordsOf(article.collection satisfies Section).label, ...topics.map(topicLabel)],
    ...(text === undefined ? {} : { content: text }),
  };
}

/** Feed readers know neither our styles nor our address: links and pictures get it, section marks go. */
async function bodyOf(article: Article, container: AstroContainer, site: URL | undefined): Promise<string> {
  const { Content } = await render(article.entry);
  const html = await container.renderToString(Content);
  const page = absolute(article.address, site);
  return html
    .replace(/^<!doctype html>/i, '')
    .replace(/ <a class="anchor"[^>]*>#<\/a>/g, '')
    .replace(/ (?:srcset|sizes|loading|decoding|tabindex)="[^"]*"/g, '')
    .replace(
      / (href|src)="([^"]*)"/g,
      (_, name: string, to: string) => ` ${name}="${new URL(to, page).href}"`,
    );
}

/** A day counts from its first minute in Beijing. */
function momentOf(article: Article<FeedSection>): string {
  const published = article.collection === 'activities' ? article.data.published : dateOf(article);
  return published.length === 10 ? `${published}T00:00:00+08:00` : published;
}
