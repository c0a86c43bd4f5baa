import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import type { ExcerptPart } from './excerpt.ts';

const written = (parts: readonly ExcerptPart[]): string =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('shows the original text with every phrase marked', () => {
  expect(written(excerptOf('老年　食堂今天开饭，食堂在一楼。', ['老年食堂', '一楼']))).toBe(
    '[老年　食堂]今天开饭，食堂在[一楼]。',
  );
});
test('does not mark the blank after a phrase', () => {
  expect(written(excerptOf('一食堂 3 号窗口', ['食堂']))).toBe('一[食堂] 3 号窗口');
});
test('keeps full width and capitals as they were written', () => {
  expect(written(excerptOf('达到ＰＭ２.５标准', ['pm2.5']))).toBe('达到[ＰＭ２.５]标准');
});
test.each([
  ['关于⻓者食堂的⺠生实事', '长者食堂', '关于[⻓者食堂]的⺠生实事'],
  ['第①项：１２３元', '1项', '第[①项]：１２３元'],
  ['葛\u{E0100}城区的办法', '城区', '葛\u{E0100}[城区]的办法'],
  ['共⼤ 党委❿条', '大党委10条', '共[⼤ 党委❿条]'],
  ['㈠老者座谈', '老者', '㈠[老者]座谈'],
])('marks the phrase in %s', (text, phrase, marked) => {
  expect(written(excerptOf(text, [phrase]))).toBe(marked);
});
test('cuts a long text on both sides of the phrase', () => {
  const text = written(excerptOf(`${'前'.repeat(200)}关键字${'后'.repeat(200)}`, ['关键字']));
  expect(text).toMatch(/^……前{28}\[关键字\]后+……$/);
});
test('begins with a sentence that starts shortly before the phrase', () => {
  const text = written(excerptOf(`${'前'.repeat(200)}。这里的关键字说明一切。`, ['关键字']));
  expect(text).toBe('……这里的[关键字]说明一切。');
});
test('shows the beginning when no phrase is in the text', () => {
  expect(written(excerptOf('正文没有它。', ['题目']))).toBe('正文没有它。');
});
