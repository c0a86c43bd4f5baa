import { expect, test } from 'vitest';
import { citedClause, candidateClauses } from './cited-clause.ts';

const headings = [
  '一、目标',
  '三、试点先行',
  '三十、附则',
  '第三条 会前',
  '第三条之一 临时议题',
  '会后',
  '会后',
].map((text, index) => ({ slug: `h-${String(index)}`, text }));

test.each([
  ['三、试点先行', 'h-1'],
  ['三', 'h-1'],
  ['三、', 'h-1'],
  [' 第三条 ', 'h-3'],
  ['第三条　会前', 'h-3'],
  ['第三条之一', 'h-4'],
])('%s matches one clause', (cited, slug) => {
  expect(citedClause(headings, cited)?.slug).toBe(slug);
});

test.each(['四', '会后', '试点先行', '第', ''])('%j matches no clause, or more than one', (cited) => {
  expect(citedClause(headings, cited)).toBeUndefined();
});

test('a number in brackets ends with its bracket, in full or half width', () => {
  const bracketed = ['一、先办的事', '（一）老年窗口', '（十一）坡道', '二、再办的事', '（二） 送餐'].map(
    (text) => ({
      slug: text,
      text,
    }),
  );
  expect(citedClause(bracketed, '（一）')?.text).toBe('（一）老年窗口');
  expect(citedClause(bracketed, '(二)')?.text).toBe('（二） 送餐');
  expect(citedClause(bracketed, '（十')).toBeUndefined();
  const twice = [...bracketed, { slug: 'x', text: '（一）手机课堂' }];
  expect(citedClause(twice, '（一）')).toBeUndefined();
  expect(candidateClauses(twice, '（一）').map(({ text }) => text)).toEqual([
    '（一）老年窗口',
    '（一）手机课堂',
  ]);
});
