import { expect, test } from 'vitest';
import { messagesFor } from './messages-for.ts';

const sentences = (slug: string, month: string): string[] =>
  messagesFor(`monthly/${slug}`, `title: 一期\nslug: ${slug}\nmonth: ${month}\nmaterials:\n  - liubu`);

test('a name that begins with the month of the issue is right, another is not', () => {
  expect(sentences('2026-11', '2026-11-01')).toEqual([]);
  expect(sentences('2026-11-houqin', '2026-11-01')).toEqual([]);
  expect(sentences('2026-10', '2026-11-01')).toEqual([
    '网址名：“网址名”和“月份”对不上，2026-11 这一期的网址名请以 2026-11 开头。',
  ]);
});

test('the month is given by its first day', () => {
  expect(sentences('2026-11', '2026-11-02')).toEqual([
    '月份：“月份”请写这个月的第一天，现在是 2026-11-02，可以写成 2026-11-01。',
  ]);
});
