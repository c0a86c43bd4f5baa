import type { parseFeed } from 'feedsmith';

/** An entry of a feed before anything is decided: every place where its parts may stand, the best first. */
export interface RawFeedEntry {
  title: string;
  /** The title is plain text by its own word: `<` in it is no markup. */
  isText: boolean;
  links: string[];
  moments: string[];
  /** Addresses against which links are read, the innermost first; they may be relative themselves. */
  bases: string[];
  /** The feed's own page or address, for links where no base is said. */
  home: string[];
}

type Parsed = ReturnType<typeof parseFeed>;
interface LinkLike {
  href?: string;
  rel?: string;
  type?: string;
}

/** Dates stand in order: when it was published before when it was changed. */
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

/** Titles come as text, or as an object that says what kind of text. */
function titled(title: unknown): { title: string; isText: boolean } {
  if (typeof title === 'string') return { title, isText: false };
  const { value, type } = (title ?? {}) as { value?: unknown; type?: unknown };
  return { title: typeof value === 'string' ? value : '', isText: type === undefined || type === 'text' };
}

/** Pages among several links: no sound, no feed of comments, no way to edit; a page for people before data. */
function pagesIn(links: readonly LinkLike[]): string[] {
  const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const forPeople = ({ type }: LinkLike): boolean => type === undefined || /html/.test(type);
  return present(
    [...pages.filter(forPeople), ...pages.filter((link) => !forPeople(link))].map(({ href }) => href),
  );
}

/** An identity is an address only where it is whole; others are numbers and names. */
const webId = (id: unknown): string | undefined =>
  typeof id === 'string' && /^https?:\/\//i.test(id.trim()) ? id : undefined;

/** Dublin Core, in both its namespaces; the library hands over one value or several. */
function datesIn(item: object): unknown[] {
  const { dc, dcterms } = item as Record<'dc' | 'dcterms', Record<string, unknown> | undefined>;
  const { issued, available, created, modified } = dcterms ?? {};
  return [dc?.['dates'], dc?.['date'], issued, available, created, dcterms?.['dates'], modified].flat();
}
