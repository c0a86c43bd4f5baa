import { expect, test } from 'vitest';
import { clauseCited } from './clauses.ts';

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
])('%s means one clause', (cited, slug) => {
  expect(clauseCited(headings, cited)?.slug).toBe(slug);
});

test.each(['四', '会后', '试点先行', '第', ''])('%j means none, or more than one', (cited) => {
  expect(clauseCited(headings, cited)).toBeUndefined();
});
