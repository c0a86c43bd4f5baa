import { expect, test, vi } from 'vitest';
import type { Article } from '../entries/article.ts';

vi.mock('astro:content', () => ({ getCollection: () => [] }));
const { ledgerItems, withSummary } = await import('./ledger-items.ts');

test('gives line and summary of each entry, in the order given', async () => {
  const agreement = (title: string) =>
    ({
      collection: 'agreements',
      slug: title,
      address: `/agreements/${title}/`,
      data: { title, summary: `${title}的摘要`, since: '2020-01-01', until: '2020-12-31', items: [] },
    }) as unknown as Article<'agreements'>;
  const items = await ledgerItems('agreements', [agreement('乙'), agreement('甲')]);
  expect(items?.map(({ line, summary }) => [line.title, line.mark?.word, summary])).toEqual([
    ['乙', '已到期', '乙的摘要'],
    ['甲', '已到期', '甲的摘要'],
  ]);
});

test('treats clippings and study paths as ledgers, but not activities', async () => {
  expect(await ledgerItems('clippings', [])).toEqual([]);
  expect(await ledgerItems('paths', [])).toEqual([]);
  expect(await ledgerItems('activities', [])).toBeUndefined();
});

test('gives an empty summary if the entry has none', () => {
  const line = { title: '甲', address: '/a/', about: [] };
  expect(withSummary({ data: {} }, line)).toEqual({ line, summary: '' });
});
