import { yearOf } from '../../model/addresses/entry-addresses.ts';
import { inOrder } from '../../model/collections.ts';
import type { Data } from '../../model/collections.ts';
import { dateOf, valueOf } from './article.ts';
import type { Article } from './article.ts';
import { choicesOf, sections } from './labels.ts';
import type { FieldName, Section } from './labels.ts';

/** Years that have entries, newest first, each with its entries. */
export function byYear<A extends Article>(articles: readonly A[]): { year: string; articles: A[] }[] {
  const years = Map.groupBy(articles, (article) => yearOf(dateOf(article)));
  return [...years]
    .map(([year, list]) => ({ year, articles: list }))
    .sort((a, b) => b.year.localeCompare(a.year));
}

/** Months of one year's entries, newest first: `3月`. */
export function byMonth<A extends Article>(articles: readonly A[]): { label: string; articles: A[] }[] {
  const months = Map.groupBy(articles, (article) => dateOf(article).slice(5, 7));
  return [...months].map(([month, list]) => ({ label: `${String(Number(month))}月`, articles: list }));
}

/** Entries by a choice, in the order of its options; options without entries are left out. */
export function groupByChoice<N extends Section>(
  name: N,
  field: FieldName<N>,
  articles: readonly Article<N>[],
): { value: string; label: string; articles: Article<N>[] }[] {
  const groups = Map.groupBy(articles, (article) => valueOf(article, field));
  return Object.entries(choicesOf(name, field)).flatMap(([value, label]) => {
    const list = groups.get(value);
    return list ? [{ value, label, articles: list }] : [];
  });
}

/** Collections whose entries are listed on topic pages. */
export const collectionsWithTopics = inOrder(({ order, topicPages }) =>
  topicPages ? order : undefined,
) as readonly TopicalSection[];
type TopicalSection = { [N in Section]: 'topics' extends keyof Data<N> ? N : never }[Section];
export type TopicEntry = Article<TopicalSection>;

/** Entries of several sections, section by section. */
export function bySection(articles: readonly TopicEntry[]): { section: Section; articles: TopicEntry[] }[] {
  const found = Map.groupBy(articles, ({ collection }) => collection);
  return sections.flatMap((section) => {
    const list = found.get(section as TopicEntry['collection']);
    return list ? [{ section, articles: list }] : [];
  });
}

/** The older and the newer entry of the same list. */
export function previousAndNext<A extends Article>(
  article: A,
  list: readonly A[],
): { previous: A | undefined; next: A | undefined } {
  const at = list.findIndex(({ slug }) => slug === article.slug);
  return { previous: at < 0 ? undefined : list[at + 1], next: at <= 0 ? undefined : list[at - 1] };
}
