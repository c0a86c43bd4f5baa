import { expect, test } from 'vitest';
import { queryOf, rankedParts, rankOf } from './search-rank.ts';

const law = {
  title: '中华人民共和国老年人权益保障法',
  slug: 'laonianren-quanyi',
  text: '---\ntitle: 中华人民共和国老年人权益保障法\n---\n\n第一条　为了保障老年人合法权益，发展老龄事业（ＨＵＢ 2026）。',
};

test.each([
  ['the whole title', '中华人民共和国老年人权益保障法', 0],
  ['the whole title in title marks, with a space', '《中华人民共和国 老年人权益保障法》', 0],
  ['the slug', 'laonianren-quanyi', 0],
  ['a prefix of the title', '中华人民共和国老年人', 1],
  ['a part of the title', '权益保障法', 2],
  ['words of the title in another order', '保障法 老年人', 3],
  ['a word of the text', '老龄事业', 4],
  ['half-width for full-width letters', 'hub 2026', 4],
  ['words that are far apart', '第一条 老龄', 4],
  ['nothing typed', '  ', 4],
  ['an unknown word', '消防', undefined],
  ['one known and one unknown word', '老年人 消防', undefined],
  ['unknown punctuation', '？', undefined],
])('%s', (_, words, rank) => {
  expect(rankOf(rankedParts(law), queryOf(words))).toBe(rank);
});

test('reads the first 200 characters of a pasted page', () => {
  const words = Array.from({ length: 60 }, (_, index) => `词${String(index).padStart(2, '0')}`);
  expect(queryOf(words.join(' ')).words).toHaveLength(50);
  const entry = rankedParts({ title: '表', slug: 'biao', text: words.slice(0, 50).join('，') });
  expect(rankOf(entry, queryOf(words.join(' ')))).toBe(4);
  expect(rankOf(entry, queryOf('词49 消防'))).toBeUndefined();
});
