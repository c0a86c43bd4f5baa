import { expect, test } from 'vitest';
import { dateOf, dayShown } from './article.ts';
import type { Article } from './article.ts';

const article = (collection: string, data: object): Article => ({ collection, data }) as unknown as Article;

test('gives the day of an entry, unless its title contains it', () => {
  const report = article('activities', { title: '义诊', date: '2026-03-15', published: '2026-03-16' });
  const month = article('monthly', { title: '三月学习', month: '2026-03-01' });
  expect([dayShown(report), dayShown(month), dateOf(month)]).toEqual(['2026-03-15', '', '2026-03-01']);
});
