/** Meta tags of 《政府网站发展指引》. Only those with a known value are written. */

export interface PageTag {
  name: string;
  content: string;
}

export interface SiteTags {
  title: string;
  domain?: string | undefined;
  identifier?: string | undefined;
}
export interface ColumnTags {
  name: string;
  description?: string | undefined;
  keywords?: string | undefined;
  type?: string | undefined;
}
export interface ArticleTags {
  title: string;
  /** `2026-03-15 09:30`, or the day alone. */
  date?: string | undefined;
  source?: string | undefined;
  author?: string | undefined;
  keywords?: string | undefined;
  description?: string | undefined;
  /** Absolute addresses of the page and its sharing image. */
  url?: string | undefined;
  image?: string | undefined;
}

/** The home page has the site's tags. A list adds those of its column, an article its own. */
export function pageTags(site: SiteTags, column?: ColumnTags, article?: ArticleTags): PageTag[] {
  const tags: [string, string | undefined][] = [
    ['SiteName', site.title],
    ['SiteDomain', site.domain],
    ['SiteIDCode', site.identifier],
    ['ColumnName', column?.name],
    ['ColumnDescription', column?.description],
    ['ColumnKeywords', column?.keywords],
    ['ColumnType', column?.type],
    ['ArticleTitle', article?.title],
    ['PubDate', article?.date],
    ['ContentSource', article?.source],
    ['Author', article?.author],
    ['Keywords', article?.keywords],
    ['Description', article?.description],
    ['Image', article?.image],
    ['Url', article?.url],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}
