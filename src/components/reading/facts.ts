import { titleOf } from '../../library/entries/article.ts';
import type { Article } from '../../library/entries/article.ts';

/** One line of <FactList>. */
export interface Fact {
  label: string;
  text?: string | undefined;
  /** Days on which the fact is shown, `/2026-11-30`; it is hidden on others. */
  holds?: string | undefined;
  day?: string | undefined;
  phone?: string | undefined;
  url?: string | undefined;
  links?: readonly { label: string; address: string }[] | undefined;
}

/** Drops labels without a value. */
export const factsWithValue = (facts: readonly Fact[]): Fact[] =>
  facts.filter(({ text, day, phone, url, links }) => text ?? day ?? phone ?? url ?? links?.[0]);

/** Entries as links. */
export const linksTo = (articles: readonly Article[]): { label: string; address: string }[] =>
  articles.map((article) => ({ label: titleOf(article), address: article.address }));
