interface Cited {
  author: string;
  title: string;
  /** `2026-03-20` */
  published: string;
  url: string;
}

/**
 * An online text as GB/T 7714 names it: 责任者. 题名[EB/OL]. (发布日期)[引用日期]. 地址. What stands before and after
 * the day of citing, which only the reader knows.
 */
export const citation = ({ author, title, published, url }: Cited): { before: string; after: string } => ({
  before: `${author}. ${title}[EB/OL]. (${published.slice(0, 10)})`,
  after: `. ${url}.`,
});
