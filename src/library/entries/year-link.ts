import { yearOf } from '../../model/addresses/entry-addresses.ts';
import { collectionOf } from '../../model/collections.ts';
import { dateOf } from './article.ts';
import type { Article } from './article.ts';
import { wordsOf } from './labels.ts';
import type { Section } from './labels.ts';

/** The page of a section's year: `2026 年`, `/activities/2026/`. */
export const yearLink = (section: Section, year: string): { label: string; address: string } => ({
  label: `${year} 年`,
  address: `${wordsOf(section).address}${year}/`,
});

/** The page of the year of an entry; nothing if the addresses of its section have no year. */
export const yearLinkOf = (article: Article<Section>): { label: string; address: string } | undefined =>
  collectionOf(article.collection).byYear ? yearLink(article.collection, yearOf(dateOf(article))) : undefined;
