import { describe, expect, test } from 'vitest';
import { searchable } from './build-index.ts';
import { excerptOf } from './excerpt.ts';
import { fold } from './fold.ts';
import { asExact, phrasesOf, spread } from './tokens.ts';

describe('folding', () => {
  test.each([
    ['第十条　禁止', '第十条禁止'],
    ['ＰＭ２.５ 标准', 'PM2.5标准'],
    ['国办发 〔2017〕 47号', '国办发〔2017〕47号'],
    ['Open Source 软件', 'Open Source软件'],
    ['  两端  ', '两端'],
    ['𠮷 野', '𠮷野'],
  ])('%s', (original, folded) => {
    expect(fold(original).text).toBe(folded);
  });

  test('every folded character knows its place in the original', () => {
    const original = '第十条　禁止 ＡＢ';
    const { text, at } = fold(original);
    const place = text.indexOf('禁');
    expect(original.slice(at[place], at[place + 1])).toBe('禁');
    expect(original.slice(at[text.indexOf('B')], at[text.length])).toBe('Ｂ');
  });
});

test('each Han character becomes a word, Latin words stay whole', () => {
  expect(spread('共建Hub2026年').split('\u200B')).toEqual(['共', '建', 'Hub2026', '年']);
});

test('a query is parted at punctuation and blanks, and asked exactly', () => {
  expect(phrasesOf('老年食堂，Wi-Fi 开放')).toEqual(['老年食堂', 'Wi', 'Fi开放']);
  expect(asExact('老年食堂')).toBe('"老 年 食 堂"');
});

test('only the text between tags is cut; tags, their values, titles and scripts stay as they are', () => {
  const html = '<title>共建</title><p title="共建">共建 &amp; 共享<b>社区</b></p><script>"共建"</script>';
  expect(searchable(html).replaceAll('\u200B', '·')).toBe(
    '<title>共建</title><p title="共建">共·建·&amp;·共·享<b>社·区</b></p><script>"共建"</script>',
  );
});

describe('excerpts', () => {
  const marked = (content: string, ...phrases: string[]): string =>
    excerptOf(content, phrases)
      .map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join('');

  test('show the original text with every phrase marked', () => {
    expect(marked('老年　食堂今天开饭，食堂在一楼。', '老年食堂', '一楼')).toBe(
      '[老年　食堂]今天开饭，食堂在[一楼]。',
    );
  });
  test('are cut on both sides of the first phrase', () => {
    const text = marked(`${'前'.repeat(200)}关键字${'后'.repeat(200)}`, '关键字');
    expect(text).toMatch(/^……前{28}\[关键字\]后+……$/);
  });
  test('begin at the beginning when the phrase is only in the title', () => {
    expect(marked('正文没有它。', '题目')).toBe('正文没有它。');
  });
});
