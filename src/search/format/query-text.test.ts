import { expect, test } from 'vitest';
import { cleanQuery, clausesOf, longestQuery, termsOf } from './query-text.ts';

test.each([
  '坡道',
  '坡道。',
  '坡道？',
  '？！坡道',
  '“坡道”',
  '“坡道？”',
  '「坡道」。',
  '"坡道"',
  "'坡道'",
  '《坡道》',
  '〈坡道〉！',
  '【坡道】',
  '（坡道）',
  '<坡道>',
  '(坡道',
  '坡道)',
  '坡道……',
  '——坡道——',
  '坡道～',
  '坡道;',
  '坡道,',
  '坡道.',
  '...坡道',
  '坡道\n',
  '　坡道　',
  '坡道 。',
  '坡道\u200b',
  '\u202e坡道',
  '坡道\uD83D',
  '😀坡道🎉',
  '坡道👨‍👩‍👧',
  '坡道☎️',
  '•坡道',
  '#坡道#',
  '**坡道**',
  '坡道+',
  '坡道%',
])('reduces %j to 坡道', (typed) => {
  expect(cleanQuery(typed)).toBe('坡道');
});

test.each([
  // PDFs write characters as radicals, which are symbols in Unicode.
  '⻓者',
  '食堂⻔',
  '⺠',
  '⼾籍',
  'C++',
  'Ｃ＋＋',
  'C#',
  '24/7',
  '50%',
  '５０％',
  '5‰',
  '3.5',
  'A+',
  '+86',
  '-5℃',
  '30°',
  '100€',
  '¥50',
  '#3 楼',
  '张*明',
  '张*',
  '李××',
  "xi'an",
  '8:30',
  '示共发〔2026〕2号',
  '〔2026〕2号',
  '办法（试行）',
  '“共建”和“共享”',
  '办好“老年食堂”',
])('keeps the marks of %j, and drops those of the sentence', (typed) => {
  expect(cleanQuery(typed)).toBe(typed);
  expect(cleanQuery(`${typed}。`)).toBe(typed);
  expect(cleanQuery(`“${typed}？”`)).toBe(typed);
});

test('keeps a query of nothing but marks', () => {
  expect(['。。。', '😀', '☎', '“”'].map(cleanQuery)).toEqual(['。。。', '😀', '☎', '“”']);
});

test('does not change a cleaned query', () => {
  for (const typed of ['“坡道？”', '**坡道**', '((坡) 道))', '（a）b）', '"a" "b"'])
    expect(cleanQuery(cleanQuery(typed))).toBe(cleanQuery(typed));
});

test('cuts a long query between two characters', () => {
  expect([...cleanQuery('𠮷'.repeat(2000))]).toHaveLength(longestQuery);
  expect(cleanQuery(`${'。'.repeat(2000)}坡道`)).not.toContain('坡道');
  // In bytes of an address, with room for the rest of it.
  expect(encodeURIComponent(cleanQuery('𠮷'.repeat(2000))).length).toBeLessThan(4000);
});

test.each([
  ['老年食堂，送餐', ['老年食堂', '送餐']],
  ['老年食堂。送餐？', ['老年食堂', '送餐']],
  ['老年食堂——送餐', ['老年食堂', '送餐']],
  ['老年食堂, 送餐', ['老年食堂', '送餐']],
  ['老年食堂👍🏻送餐', ['老年食堂', '送餐']],
  ['老年食堂“送餐”', ['老年食堂', '送餐']],
  ['上午8:30 开门', ['上午8:30', '开门']],
  ['1,200 元', ['1,200', '元']],
  ['C++、A+', ['C++', 'A+']],
])('splits %s', (asked, parts) => {
  expect(clausesOf(asked)).toEqual(parts);
});

test('keeps words that consist of radicals', () => {
  expect(termsOf('⻋ ⻔。')).toEqual(['⻋', '⻔']);
  expect(clausesOf('坡道，⻓，。')).toEqual(['坡道', '⻓']);
});
