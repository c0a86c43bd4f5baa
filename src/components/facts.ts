import { titleOf } from '../library/queries.ts';
import type { Article } from '../library/queries.ts';

/** One line of <Facts>. */
export interface Fact {
  label: string;
  text?: string | undefined;
  day?: string | undefined;
  phone?: string | undefined;
  url?: string | undefined;
  links?: readonly { label: string; address: string }[] | undefined;
}

/** Entries as links, units by their short names. */
export const linksTo = (articles: readonly Article[]): { label: string; address: string }[] =>
  articles.map((article) => ({ label: titleOf(article), address: article.address }));
