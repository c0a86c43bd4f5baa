import type { parseFeed } from 'feedsmith';

/** A raw entry of a feed: all candidates for each value, the best first. */
export interface RawFeedEntry {
  title: string;
  /** The title is declared as plain text: `<` in it is not markup. */
  isText: boolean;
  links: string[];
  moments: string[];
  /** Base addresses for links, innermost first; they may be relative themselves. */
  bases: string[];
  /** The feed's page or address, as base if there is no other. */
  home: string[];
}

type Parsed = ReturnType<typeof parseFeed>;
interface LinkLike {
  href?: string;
  rel?: string;
  type?: string;
}

/** Dates are in order of preference: publication before change. */
export function rawFeedEntries(parsed: Parsed): RawFeedEntry[] {
  switch (parsed.format) {
    case 'atom': {
      const { entries = [], links = [], xml } = parsed.feed;
      return entries.map((entry) => ({
        ...titled(entry.title),
        links: present([...pagesIn(entry.links ?? []), webId(entry.id)]),
        moments: present([entry.published, ...datesIn(entry), entry.updated]),
        bases: present([entry.xml?.base, xml?.base]),
        home: pagesIn(links),
      }));
    }
    case 'json': {
      const { items = [], home_page_url, feed_url } = parsed.feed;
      return items.map((item) => ({
        ...titled(item.title),
        isText: true,
        links: present([item.url, webId(item.id), item.external_url]),
        moments: present([item.date_published, item.date_modified]),
        bases: [],
        home: present([home_page_url, feed_url]),
      }));
    }
    case 'rdf': {
      const { items = [], link, xml } = parsed.feed;
      return items.map((item) => ({
        ...titled(item.title),
        links: present([item.link, ...pagesIn(item.atom?.links ?? []), item.rdf?.about]),
        moments: present([...datesIn(item), item.atom?.published, item.atom?.updated]),
        bases: present([item.xml?.base, xml?.base]),
        home: present([link]),
      }));
    }
    case 'rss': {
      const { items = [], link, atom, xml } = parsed.feed;
      return items.map((item) => ({
        ...titled(item.title),
        links: present([
          item.link,
          ...pagesIn(item.atom?.links ?? []),
          item.guid?.isPermaLink === false ? undefined : webId(item.guid?.value),
        ]),
        moments: present([item.pubDate, ...datesIn(item), item.atom?.published, item.atom?.updated]),
        bases: present([item.xml?.base, xml?.base]),
        home: present([link, ...pagesIn(atom?.links ?? [])]),
      }));
    }
    default:
      return [];
  }
}

const present = (some: readonly unknown[]): string[] =>
  some.filter((each): each is string => typeof each === 'string' && each.trim() !== '');

/** Titles are strings, or objects with a type. */
function titled(title: unknown): { title: string; isText: boolean } {
  if (typeof title === 'string') return { title, isText: false };
  const { value, type } = (title ?? {}) as { value?: unknown; type?: unknown };
  return { title: typeof value === 'string' ? value : '', isText: type === undefined || type === 'text' };
}

/** The pages among several links, without audio, comment feeds and edit links; HTML before other types. */
function pagesIn(links: readonly LinkLike[]): string[] {
  const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const forPeople = ({ type }: LinkLike): boolean => type === undefined || /html/.test(type);
  return present(
    [...pages.filter(forPeople), ...pages.filter((link) => !forPeople(link))].map(({ href }) => href),
  );
}

/** An id is an address only if it is absolute; others are numbers and names. */
const webId = (id: unknown): string | undefined =>
  typeof id === 'string' && /^https?:\/\//i.test(id.trim()) ? id : undefined;

/** Dublin Core, in both namespaces; the library gives one value or several. */
function datesIn(item: object): unknown[] {
  const { dc, dcterms } = item as Record<'dc' | 'dcterms', Record<string, unknown> | undefined>;
  const { issued, available, created, modified } = dcterms ?? {};
  return [dc?.['dates'], dc?.['date'], issued, available, created, dcterms?.['dates'], modified].flat();
}
