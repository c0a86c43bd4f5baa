import { render } from 'astro:content';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { parseFragment, serialize } from 'parse5';
import { onPage } from '../../html/page-fault.ts';
import { resolvedLink } from '../../html/link-targets.ts';
import { attributeOf, elementsIn, hasClass, setAttribute } from '../../html/tree.ts';
import { today } from '../../site/dates.ts';
import { escapeHtml } from '../../html/escape-html.ts';
import { absolute } from '../../site/base-path.ts';
import { feedSections, topicLabel, wordsOf } from '../entries/labels.ts';
import type { Section } from '../entries/labels.ts';
import { allOf, siteSettings } from '../entries/queries.ts';
import { hasBody, summaryOf } from '../entries/article.ts';
import { atomText, jsonFeedText, rssText } from './feed-file.ts';
import type { Feed, FeedItem } from './feed-file.ts';
import { withoutPermalink } from '../entries/embedded-text.ts';
import { feedLead } from './feed-lead.ts';
import { momentOf, newestOf, wholeMoment } from './feed-order.ts';
import type { Article } from '../entries/article.ts';

/** Longer texts, such as whole laws, are left to their page: twenty of them would be megabytes. */
const longest = 12_000;

/** The feed formats: file name, content type and writer of each. */
const formats = {
  rss: { file: 'rss.xml', type: 'application/xml', write: rssText },
  atom: { file: 'atom.xml', type: 'application/xml', write: atomText },
  json: { file: 'feed.json', type: 'application/feed+json; charset=utf-8', write: jsonFeedText },
};

/** The newest entries with their texts, of one section or of all sections with a feed. */
export async function feedResponse(
  format: keyof typeof formats,
  site: URL | undefined,
  section?: Section,
): Promise<Response> {
  const { file, type, write } = formats[format];
  const feed = await feedOf(section ? `/${section}/${file}` : `/${file}`, site, section);
  return new Response(write(feed), { headers: { 'content-type': type } });
}

async function feedOf(address: string, site: URL | undefined, section: Section | undefined): Promise<Feed> {
  const { data } = await siteSettings();
  const lists = await Promise.all((section ? [section] : feedSections).map((name) => allOf(name)));
  const articles = newestOf(lists.flat() as Article<Section>[]);
  const container = await AstroContainer.create();
  return {
    title: section ? `${data.title}·${wordsOf(section).label}` : data.title,
    description: section ? wordsOf(section).description : data.description,
    author: data.title,
    page: absolute(section ? wordsOf(section).address : '/', site),
    self: absolute(address, site),
    items: await Promise.all(
      articles.map((article) => onPage(article.address, () => itemOf(article, container, site))),
    ),
  };
}

async function itemOf(
  article: Article<Section>,
  container: AstroContainer,
  site: URL | undefined,
): Promise<FeedItem> {
  const { topics = [], sample = false } = article.data as { topics?: readonly string[]; sample?: boolean };
  const { title, paragraphs, changed } = feedLead(article, await allOf('meetings'), today());
  const whole = hasBody(article) && article.text.length <= longest;
  const lead = paragraphs.map((each) => `<p>${escapeHtml(each)}</p>`).join('\n');
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

/** Feed readers have neither our styles nor our address: links become absolute, permalinks are removed. */
async function bodyOf(article: Article, container: AstroContainer, site: URL | undefined): Promise<string> {
  const { Content } = await render(article.entry);
  const tree = parseFragment(await container.renderToString(Content));
  const page = absolute(article.address, site);
  for (const element of elementsIn(tree)) {
    if (hasClass(element, 'anchor')) withoutPermalink(element);
    for (const name of browserAttributes) setAttribute(element, name);
    for (const name of ['href', 'src']) {
      const to = attributeOf(element, name);
      if (to !== undefined) setAttribute(element, name, resolvedLink(to, page)?.href ?? to);
    }
  }
  return serialize(tree);
}

const browserAttributes = ['srcset', 'sizes', 'loading', 'decoding', 'tabindex'];
