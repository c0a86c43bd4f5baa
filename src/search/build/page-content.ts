/** What search knows about a page. It is read from the built HTML, from the attributes that Pagefind defines. */
export interface PageText {
  /** Path below the site: `activities/2026/0315-lianxi-huiyi/`. */
  address: string;
  title: string;
  /** `2026-03-15`; empty where the page has no day. */
  day: string;
  /** `data-pagefind-filter`: section, year, topic, … */
  filters: Record<string, string[]>;
  /** `data-pagefind-meta`. */
  meta: Record<string, string>;
  blocks: Block[];
  /** A list or another page of links: found only by its name, its description and its headings. */
  isOverview?: true;
}

/** A paragraph, an item, a cell or a heading, in the order of the page. */
export interface Block {
  text: string;
  /** Only for headings: the fragment of the section's address; empty where it cannot be linked. */
  heading?: string;
}
