import { titleOf } from '../../library/entries/article.ts';
import type { Article } from '../../library/entries/article.ts';

/** One line of <Facts>. */
export interface Fact {
  label: string;
  text?: string | undefined;
  /** Days on which it holds, `/2026-11-30`; on others it goes. */
  holds?: string | undefined;
  day?: string | undefined;
  phone?: string | undefined;
  url?: string | undefined;
  links?: readonly { label: string; address: string }[] | undefined;
}

/** Labels without a value are left out. */
export const factsWithValue = (facts: readonly Fact[]): Fact[] =>
  facts.filter(({ text, day, phone, url, links }) => text ?? day ?? phone ?? url ?? links?.[0]);

/** Entries as links. */
export const linksTo = (articles: readonly Article[]): { label: string; address: string }[] =>
  articles.map((article) => ({ label: titleOf(article), address: article.address }));
