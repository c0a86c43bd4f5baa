import { expect, test, vi } from 'vitest';
import type { Article } from '../entries/article.ts';

vi.mock('astro:content', () => ({ getCollection: () => [] }));
const { ledgerItems, withSummary } = await import('./ledger-items.ts');

test('a list of a ledger has the line of each entry and its summary, in the order given', async () => {
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

test('clippings and study paths are ledgers too; activities are not', async () => {
  expect(await ledgerItems('clippings', [])).toEqual([]);
  expect(await ledgerItems('paths', [])).toEqual([]);
  expect(await ledgerItems('activities', [])).toBeUndefined();
});

test('an entry without a summary has an empty one', () => {
  const line = { title: '甲', address: '/a/', about: [] };
  expect(withSummary({ data: {} }, line)).toEqual({ line, summary: '' });
});
