import { expect, test } from 'vitest';
import { mostSentence, statisticsSentence } from './concern-words.ts';

const none = {
  from: '2026-01-01',
  until: '2026-03-31',
  total: 0,
  byCategory: [],
  byChannel: [],
  byState: [],
};

test('a period without concerns is said in one sentence', () => {
  expect(statisticsSentence({ ...none, answered: 0, inTime: 0, overdue: 0, late: 0, reopened: 0 })).toBe(
    '这段时间没有收到民情。',
  );
});

test('what went badly is said as plainly as what went well', () => {
  const sentence = statisticsSentence({
    ...none,
    total: 5,
    answered: 3,
    inTime: 2,
    overdue: 1,
    late: 2,
    reopened: 1,
    longestLate: 12,
    longestAgain: 202,
    medianDays: 4,
    longestDays: 30,
  });
  expect(sentence).toBe(
    '收到 5 件，答复了 3 件，其中 2 件在期限之内；从收到到第一次答复，中位数 4 天，最长 30 天；2 件还没有答复；1 件过了期限；2 件超期答复，最多超期 12 天；1 件答复后又重新打开，前后最长 202 天。',
  );
});

test('the most frequent is named with its share', () => {
  const rows = [
    { label: '安全', count: 1 },
    { label: '公共设施', count: 3 },
  ];
  expect(mostSentence(rows, 4)).toBe('最多的是“公共设施”，3 件，占 75%。');
});

test('where several share the first place, none is called the most', () => {
  const two = [
    { label: '安全', count: 2 },
    { label: '公共设施', count: 2 },
    { label: '其他', count: 1 },
  ];
  expect(mostSentence(two, 5)).toBe('“安全”和“公共设施”最多，各 2 件。');
  const all = two.map(({ label }) => ({ label, count: 1 }));
  expect(mostSentence(all, 3)).toBe('没有特别集中的，最多的几项各 1 件。');
  expect(mostSentence([], 0)).toBe('');
});
