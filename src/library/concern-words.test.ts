import { expect, test } from 'vitest';
import { mostSentence, outcomeSentence, statisticsSentence } from './concern-words.ts';
import type { Row } from './ledgers/row.ts';

const none = {
  from: '2026-01-01',
  until: '2026-03-31',
  total: 0,
  byCategory: [],
  byChannel: [],
  byState: [],
};

test('a period without concerns is said in one sentence', () => {
  expect(statisticsSentence({ ...none, answered: 0, inTime: 0, overdue: 0, reopened: 0 })).toBe(
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
    reopened: 1,
    medianDays: 4,
    longestDays: 30,
  });
  expect(sentence).toBe(
    '收到 5 件，答复了 3 件，其中 2 件在期限之内；从收到到第一次答复，中位数 4 天，最长 30 天；2 件还没有答复；1 件过了期限；1 件答复后又重新打开。',
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

test('a quick answer that did not hold is told with what came after', () => {
  const lamp: Row<'concerns'> = {
    slug: '2026-001',
    address: '/concerns/2026/2026-001/',
    data: {
      title: '路灯',
      slug: '2026-001',
      number: '2026-001',
      received: '2026-03-02',
      channel: 'phone',
      category: 'facilities',
      area: '北片',
      text: '不亮。',
      due: '2026-03-20',
      log: [
        { day: '2026-03-02', state: 'accepted', org: 'shequ' },
        { day: '2026-03-05', state: 'solved', org: 'wuye', answer: '换了灯泡。' },
        { day: '2026-04-01', state: 'reopened', org: 'shequ' },
        { day: '2026-04-20', state: 'solved', org: 'wuye', answer: '换了开关。' },
      ],
    },
  };
  expect(outcomeSentence(lamp, '2026-03-31')).toBe('3 天答复。');
  expect(outcomeSentence(lamp, '2026-04-10')).toBe(
    '第 3 天第一次答复，后来重新办理 1 次。离答复期限还有 9 天。',
  );
  expect(outcomeSentence(lamp, '2026-12-31')).toBe(
    '第 3 天第一次答复，后来重新办理 1 次，2026年4月20日最后一次答复，前后 49 天。',
  );
});
