import { expect, test, vi } from 'vitest';
import { feedSections } from './labels.ts';

const entry = (id: string, fields: Record<string, unknown>) => ({
  id,
  data: { address: '', folder: '', text: '', fields: { title: id, ...fields } },
});
const content: Record<string, unknown[]> = {
  events: [entry('kaifangri', { start: '2025-12-31T23:30:00+08:00' })],
  cases: [entry('podao', { result: 'worked' })],
};
vi.mock('astro:content', () => ({ getCollection: (name: string) => content[name] ?? [] }));
const { collectionPaths, feedPaths, staticPathsOf } = await import('./static-paths.ts');

test('gives the year of the date field if the address has a year', async () => {
  expect(await staticPathsOf('events')).toMatchObject([
    { params: { year: '2025', slug: 'kaifangri' }, props: { article: { slug: 'kaifangri' } } },
  ]);
});

test('gives no year if the address has none', async () => {
  const [path] = await staticPathsOf('cases');
  expect(path?.params).toEqual({ slug: 'podao' });
  expect(path?.props.article.collection).toBe('cases');
});

test('gives no paths for a collection without entries', async () => {
  expect(await staticPathsOf('terms')).toEqual([]);
});

test('passes the collection or section to its files', () => {
  expect(collectionPaths()).toContainEqual({
    params: { collection: 'site' },
    props: { collection: 'site' },
  });
  expect(feedPaths().map(({ params, props }) => [params.section, props.section])).toEqual(
    feedSections.map((section) => [section, section]),
  );
});
