import { render } from 'astro:content';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { today } from '../site/dates.ts';
import { escaped } from '../site/escaped.ts';
import { absolute } from '../site/address.ts';
import { feedSections, topicLabel, wordsOf } from './labels.ts';
import type { FeedSection } from './labels.ts';
import { allOf, siteSettings } from './queries.ts';
import { hasBody, summaryOf } from './article.ts';
import { jsonFeedText, rssText } from './feed-file.ts';
import type { Feed, FeedItem } from './feed-file.ts';
import { feedLead } from './feed-lead.ts';
import { momentOf, newestOf, wholeMoment } from './feed-order.ts';
import type { Article } from './article.ts';

/** Longer texts, whole laws above all, are read on their page: twenty of them would be megabytes. */
const longest = 12_000;

/** The newest entries as RSS with their texts, of one section or of all that have days. */
export async function rssOf(
  address: string,
  site: URL | undefined,
  section?: FeedSection,
): Promise<Response> {
  const text = await rssText(await feedOf(address, site, section));
  return new Response(text, { headers: { 'content-type': 'application/xml' } });
}

/** The same as JSON Feed 1.1, for readers and partners that would rather not parse XML. */
export async function jsonFeedOf(
  address: string,
  site: URL | undefined,
  section?: FeedSection,
): Promise<Response> {
  return new Response(jsonFeedText(await feedOf(address, site, section)), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
}

async function feedOf(
  address: string,
  site: URL | undefined,
  section: FeedSection | undefined,
): Promise<Feed> {
  const { data } = await siteSettings();
  const lists = await Promise.all((section ? [section] : feedSections).map((name) => allOf(name)));
  const articles = newestOf(lists.flat() as Article<FeedSection>[]);
  const container = await AstroContainer.create();
  return {
    title: section ? `${data.title}·${wordsOf(section).label}` : data.title,
    description: section ? wordsOf(section).description : data.description,
    page: absolute(section ? wordsOf(section).address : '/', site),
    self: absolute(address, site),
    items: await Promise.all(articles.map((article) => itemOf(article, container, site))),
  };
}

async function itemOf(
  article: Article<FeedSection>,
  container: AstroContainer,
  site: URL | undefined,
): Promise<FeedItem> {
  const { topics = [], sample = false } = article.data as { topics?: readonly string[]; sample?: boolean };
  const { title, paragraphs, changed } = feedLead(article, await allOf('meetings'), today());
  const whole = hasBody(article) && article.text.length <= longest;
  const lead = paragraphs.map((each) => `<p>${escaped(each)}</p>`).join('\n');
  const moment = momentOf(article);
  const modified = changed === undefined ? undefined : wholeMoment(changed);
  return {
    title,
    link: absolute(article.address, site),
    moment,
    modified: modified !== undefined && modified > moment ? modified : undefined,
    summary: summaryOf(article),
    categories: [
      ...new Set([
        wordsOf(article.collection).label,
        ...topics.map(topicLabel),
        ...(sample ? ['示例内容'] : []),
      ]),
    ],
    html: whole || lead !== '' ? lead + (whole ? await bodyOf(article, container, site) : '') : undefined,
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
