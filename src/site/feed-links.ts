export interface FeedLink {
  title: string;
  address: string;
  type: string;
}

/** The feeds of a list, for the `<head>` of its pages. */
export const feedsAt = (list: string, title: string): FeedLink[] => [
  { title, address: `${list}rss.xml`, type: 'application/rss+xml' },
  { title: `${title}（Atom）`, address: `${list}atom.xml`, type: 'application/atom+xml' },
  { title: `${title}（JSON Feed）`, address: `${list}feed.json`, type: 'application/feed+json' },
];
