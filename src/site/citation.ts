interface CitedWork {
  author: string;
  title: string;
  /** `2026-03-20` */
  published: string;
  url: string;
}

/**
 * The citation of an online text in GB/T 7714: 责任者. 题名[EB/OL]. (发布日期)[引用日期]. 地址. Only the reader knows the
 * citation date, so this returns the text before and after it.
 */
export const citation = ({
  author,
  title,
  published,
  url,
}: CitedWork): { before: string; after: string } => ({
  before: `${author}. ${title}[EB/OL]. (${published.slice(0, 10)})`,
  after: `. ${url}.`,
});
