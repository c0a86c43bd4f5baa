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

test('an entry whose address has a year gets the year its collection goes by', async () => {
  expect(await staticPathsOf('events')).toMatchObject([
    { params: { year: '2025', slug: 'kaifangri' }, props: { article: { slug: 'kaifangri' } } },
  ]);
});

test('an entry whose address has no year gets none', async () => {
  const [path] = await staticPathsOf('cases');
  expect(path?.params).toEqual({ slug: 'podao' });
  expect(path?.props.article.collection).toBe('cases');
});

test('a collection without entries has no pages of entries', async () => {
  expect(await staticPathsOf('terms')).toEqual([]);
});

test('files of collections and of feeds are told for which one they are', () => {
  expect(collectionPaths()).toContainEqual({
    params: { collection: 'site' },
    props: { collection: 'site' },
  });
  expect(feedPaths().map(({ params, props }) => [params.section, props.section])).toEqual(
    feedSections.map((section) => [section, section]),
  );
});
