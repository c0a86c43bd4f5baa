import { atBase } from '../site/address.ts';
import { dateOf, titleOf } from './article.ts';
import type { Article } from './article.ts';
import { sections, wordsOf } from './labels.ts';
import type { Section } from './labels.ts';
import { allOf, siteSettings } from './queries.ts';
import { drawsSharePictures, sharePicture } from './share-pictures.ts';

/** People share what is new. Older entries have the site's picture, so that the ten thousandth costs nothing. */
const newest = 200;

export interface Shared {
  /** `site` or `activities/2026/0318-lianxi-huiyi`, below /share/ and before `.png`. */
  name: string;
  draw: () => Promise<Buffer<ArrayBuffer>>;
}

/** Every share picture this build draws; none where nobody could fetch them. */
export async function sharedPictures(site: URL | undefined): Promise<Shared[]> {
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

/** Address of the picture a page is shared with, base path included. Without an entry, the site's own. */
export async function sharedPicture(
  site: URL | undefined,
  article?: Article<Section>,
): Promise<string | undefined> {
  if (!(await drawsSharePictures(site))) return undefined;
  const own = article && (await newestOf(article.collection)).some(({ slug }) => slug === article.slug);
  return atBase(`/share/${own ? nameOf(article) : 'site'}.png`);
}

const newestOf = async (section: Section): Promise<Article<Section>[]> =>
  (await allOf(section)).toSorted((a, b) => dateOf(b).localeCompare(dateOf(a))).slice(0, newest);

const nameOf = ({ address }: Article): string => address.slice(1, -1);
