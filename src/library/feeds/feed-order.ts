import { dateOf } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';

/** Nobody reads longer lists, and feed readers fetch them every hour. */
const most = 20;

/** The entries of a feed: the newest, newest first. */
export const newestOf = <A extends Article>(articles: readonly A[]): A[] =>
  articles.toSorted((a, b) => momentOf(b).localeCompare(momentOf(a))).slice(0, most);

/** When an entry was published. A day counts from midnight in Beijing. */
export function momentOf(article: Article): string {
  const { published = dateOf(article) } = article.data as { published?: string };
  return wholeMoment(published);
}

export const wholeMoment = (day: string): string => (day.length === 10 ? `${day}T00:00:00+08:00` : day);
