import { expect, test } from 'vitest';
import type { Article } from '../entries/article.ts';
import { momentOf, newestOf } from './feed-order.ts';

const article = (slug: string, data: object, collection = 'notices'): Article =>
  ({ collection, slug, data }) as unknown as Article;

test('starts a feed with the newest entry', () => {
  const articles = [
    article('noon', { published: '2026-03-02T12:00:00+08:00' }),
    article('day', { published: '2026-03-02' }, 'cases'),
    article('night', { published: '2026-03-01T23:59:00+08:00' }),
    article('report', { date: '2026-03-03' }, 'activities'),
  ];
  expect(newestOf(articles).map(({ slug }) => slug)).toEqual(['report', 'noon', 'day', 'night']);
  expect(momentOf(articles[1]!)).toBe('2026-03-02T00:00:00+08:00');
});

test('keeps the newest twenty entries', () => {
  const days = Array.from({ length: 25 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`);
  const slugs = newestOf(days.map((published) => article(published, { published }))).map(({ slug }) => slug);
  expect(slugs).toHaveLength(20);
  expect(slugs.at(-1)).toBe('2026-03-06');
});
