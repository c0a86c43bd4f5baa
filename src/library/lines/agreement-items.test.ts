import { expect, test, vi } from 'vitest';
import type { Article } from '../entries/article.ts';

const entry = (name: string, id: string) => ({
  id,
  data: { address: `/${name}/${id}/`, folder: '', text: '', fields: { title: id } },
});
const content: Record<string, object[]> = {
  orgs: [entry('orgs', 'houqin'), entry('orgs', 'shequ')],
  projects: [entry('projects', 'podao')],
};
vi.mock('astro:content', () => ({ getCollection: (name: string) => content[name] ?? [] }));
const { agreedItems } = await import('./agreement-items.ts');

const article = (data: object) => ({ address: '/a/', folder: 'a', data });

test('adds the units of an item in order, and its project if it has one', async () => {
  const agreement = article({
    items: [
      { number: 1, text: '修坡道', owners: ['shequ', 'houqin'], project: 'podao' },
      { number: 2, text: '送热饭', owners: ['houqin'], noProject: '还在选址' },
    ],
  }) as unknown as Article<'agreements'>;
  const items = await agreedItems(agreement);
  expect(
    items.map(({ number, units, doneBy }) => [number, units.map(({ slug }) => slug), doneBy?.slug]),
  ).toEqual([
    [1, ['shequ', 'houqin'], 'podao'],
    [2, ['houqin'], undefined],
  ]);
});
