import { jsonSafe } from './output-safety.ts';

/** Structured data of a page for search engines, in the vocabulary of schema.org. Only known values are included. */

export interface ArticleFacts {
  url: string;
  title: string;
  description: string;
  siteName: string;
  /** A day or a moment with its offset. */
  published?: string | undefined;
  source?: string | undefined;
  image?: string | undefined;
}

export interface OrganizationFacts {
  url: string;
  name: string;
  shortName?: string | undefined;
  description: string;
  phone?: string | undefined;
  place?: string | undefined;
}

export interface EventFacts {
  url: string;
  name: string;
  description: string;
  /** Moments with their offset. */
  start: string;
  end?: string | undefined;
  place: string;
  cancelled: boolean;
  organizers: readonly { name: string; url: string }[];
  image?: string | undefined;
}

export type StructuredData = Readonly<Record<string, unknown>>;

export function articleData({
  url,
  title,
  description,
  siteName,
  published,
  source,
  image,
}: ArticleFacts): StructuredData {
  return withoutEmpty({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    description,
    url,
    inLanguage: 'zh-CN',
    datePublished: published,
    author: source && { '@type': 'Organization', name: source },
    image,
    isPartOf: { '@type': 'WebSite', name: siteName },
  });
}

export function organizationData({
  url,
  name,
  shortName,
  description,
  phone,
  place,
}: OrganizationFacts): StructuredData {
  return withoutEmpty({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    alternateName: shortName === name ? undefined : shortName,
    description,
    url,
    telephone: phone,
    address: place,
  });
}

export function eventData(event: EventFacts): StructuredData {
  const { url, name, description, start, end, place, cancelled, organizers, image } = event;
  return withoutEmpty({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name,
    description,
    url,
    inLanguage: 'zh-CN',
    startDate: start,
    endDate: end,
    eventStatus: `https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: place, address: place },
    organizer: organizers.map((one) => ({ '@type': 'Organization', ...one })),
    image,
  });
}

/** JSON for the content of a script element: `</script>` in a title must not end it. */
export const asScriptText = (data: StructuredData): string => jsonSafe(data).replaceAll('<', '\\u003c');

const withoutEmpty = (data: StructuredData): StructuredData =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== ''));
