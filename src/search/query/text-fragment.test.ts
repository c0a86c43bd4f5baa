import { expect, test } from 'vitest';
import { textDirective } from './text-fragment.ts';

const shown = (text: string, phrase: string): string | undefined => {
  const directive = textDirective(text, phrase);
  return directive === undefined ? undefined : decodeURIComponent(directive);
};

test('adds the rest of the clause on both sides', () => {
  expect(shown('共驻共建，办好老年食堂。', '年食')).toBe(':~:text=办好老-,年食,-堂');
  expect(shown('共驻共建，办好老年食堂。', '办好老年食堂')).toBe(':~:text=办好老年食堂');
  expect(shown('办好　老年食堂', '办好老年')).toBe(':~:text=办好　老年,-食堂');
});
test('escapes a dash of the text', () => {
  expect(textDirective('用Wi-Fi上网', 'wi-fi')).toContain('Wi%2DFi');
});
test('returns nothing for a phrase that is not in the text', () => {
  expect(textDirective('正文', '题目')).toBeUndefined();
});
