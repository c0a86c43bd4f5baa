import { expect, test } from 'vitest';
import { laterSentence, mostSentence, statisticsSentence } from './concern-sentences.ts';

const none = {
  from: '2026-01-01',
  until: '2026-03-31',
  total: 0,
  byCategory: [],
  byChannel: [],
  byState: [],
};

test('has one sentence for a period without concerns', () => {
  expect(statisticsSentence({ ...none, answered: 0, inTime: 0, overdue: 0, late: 0, reopened: 0 })).toBe(
    '这段时间没有收到民情。',
  );
});

test('reports failures as clearly as successes', () => {
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

test('names the most frequent category with its share', () => {
  const rows = [
    { label: '安全', count: 1 },
    { label: '公共设施', count: 3 },
  ];
  expect(mostSentence(rows, 4)).toBe('最多的是“公共设施”，3 件，占 75%。');
});

test('names no single category if several are equally frequent', () => {
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

test('adds later changes to a past quarter', () => {
  const then = { ...none, total: 3, answered: 2, inTime: 2, overdue: 0, late: 0, reopened: 0 };
  expect(laterSentence(then, then, '2026-11-28')).toBeUndefined();
  const now = { ...then, answered: 3, late: 1, longestLate: 5, reopened: 1, longestAgain: 202 };
  expect(laterSentence(then, now, '2026-11-28')).toBe(
    '后来，到2026年11月28日：又答复了 1 件；1 件重新办理过，前后最长 202 天；1 件超期答复，最多超期 5 天。',
  );
  expect(laterSentence(then, { ...then, overdue: 1 }, '2026-11-28')).toBe(
    '后来，到2026年11月28日：1 件还没有答复；1 件过了期限。',
  );
  // An overdue deadline was extended since, and nothing else changed.
  expect(laterSentence({ ...then, answered: 3, overdue: 1 }, { ...then, answered: 3 }, '2026-11-28')).toBe(
    '后来，到2026年11月28日：没有过了期限的。',
  );
});
