import { absolute } from '../../site/base-path.ts';
import { articleData, eventData, organizationData } from '../../site/structured-data.ts';
import type { ArticleFacts, StructuredData } from '../../site/structured-data.ts';
import type { Article } from '../entries/article.ts';
import type { Section } from '../entries/labels.ts';
import { named } from '../entries/queries.ts';

/** An entry as schema.org data: an Organization, an Event, or else an Article. */
export async function structuredDataOf(
  article: Article<Section>,
  facts: ArticleFacts,
  site: URL | undefined,
): Promise<StructuredData> {
  const { url, title, description, image } = facts;
  if (article.collection === 'orgs') {
    const { data } = article as Article<'orgs'>;
    return organizationData({
      url,
      name: data.title,
      shortName: data.shortName,
      description,
      phone: data.phone,
      place: data.address,
    });
  }
  if (article.collection === 'events') {
    const { data } = article as Article<'events'>;
    return eventData({
      url,
      name: title,
      description,
      start: data.start,
      end: data.end,
      place: data.place,
      cancelled: data.state === 'cancelled',
      organizers: (await named('orgs', data.orgs)).map((org) => ({
        name: org.data.title,
        url: absolute(org.address, site),
      })),
      image,
    });
  }
  const { published } = article.data as { published?: string };
  return articleData({ ...facts, published: published ?? facts.published });
}
