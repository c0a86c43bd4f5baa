import { withBase } from '../../site/base-path.ts';
import { dateOf, titleOf } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';
import { sections, wordsOf } from '../entries/labels.ts';
import type { Section } from '../entries/labels.ts';
import { allOf, siteSettings } from '../entries/queries.ts';
import { drawsSharePictures, sharePicture } from './draw-share-picture.ts';

/** People share new entries. Older ones use the site's picture, so thousands of entries cost no time. */
const newest = 200;

export interface SharePicture {
  /** `site` or `activities/2026/0318-lianxi-huiyi`, below /share/ and before `.png`. */
  name: string;
  draw: () => Promise<Buffer<ArrayBuffer>>;
}

/** Every share picture of this build; none if nobody could fetch them. */
export async function sharePicturesOfBuild(site: URL | undefined): Promise<SharePicture[]> {
  if (!(await drawsSharePictures(site))) return [];
  const { title, tagline } = (await siteSettings()).data;
  const entries = (await Promise.all(sections.map(newestOf))).flat();
  return [
    { name: 'site', draw: () => sharePicture(tagline, title) },
    ...entries.map((article) => ({
      name: nameOf(article),
      draw: () => sharePicture(titleOf(article), `${title} · ${wordsOf(article.collection).label}`),
    })),
  ];
}

/** Address of the share picture of a page, with base path. Without an entry, the site's picture. */
export async function sharePictureUrl(
  site: URL | undefined,
  article?: Article<Section>,
): Promise<string | undefined> {
  if (!(await drawsSharePictures(site))) return undefined;
  const own = article && (await newestOf(article.collection)).some(({ slug }) => slug === article.slug);
  return withBase(`/share/${own ? nameOf(article) : 'site'}.png`);
}

const newestOf = async (section: Section): Promise<Article<Section>[]> =>
  (await allOf(section)).toSorted((a, b) => dateOf(b).localeCompare(dateOf(a))).slice(0, newest);

const nameOf = ({ address }: Article): string => address.slice(1, -1);
