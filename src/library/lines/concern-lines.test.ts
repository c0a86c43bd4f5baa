import { expect, test } from 'vitest';
import { concernTime, outcomeSentence } from './concern-lines.ts';
import type { Row } from '../ledgers/row.ts';

const received = '2026-03-02';
const lampOf = (log: Row<'concerns'>['data']['log']): Row<'concerns'> => ({
  slug: '2026-001',
  address: '/concerns/2026/2026-001/',
  data: {
    title: '路灯',
    slug: '2026-001',
    number: '2026-001',
    received,
    channel: 'phone',
    category: 'facilities',
    area: '北片',
    text: '不亮。',
    due: '2026-03-20',
    ...(log ? { log } : {}),
  },
});

test('mentions the reopening after a quick answer', () => {
  const lamp = lampOf([
    { day: '2026-03-02', state: 'accepted', org: 'shequ' },
    { day: '2026-03-05', state: 'solved', org: 'wuye', answer: '换了灯泡。' },
    { day: '2026-04-01', state: 'reopened', org: 'shequ' },
    { day: '2026-04-20', state: 'solved', org: 'wuye', answer: '换了开关。' },
  ]);
  expect(outcomeSentence(lamp, '2026-03-31')).toBe('3 天答复。');
  expect(outcomeSentence(lamp, '2026-04-10')).toBe(
    '第 3 天第一次答复，后来重新办理 1 次，收到以来 39 天。离答复期限还有 9 天。',
  );
  expect(outcomeSentence(lamp, '2026-12-31')).toBe(
    '第 3 天第一次答复，后来重新办理 1 次，2026年4月20日最后一次答复，前后 49 天，第 2 次超期 1 天答复。',
  );
  // The list says as much as the page.
  expect(concernTime(lamp, '2026-12-31')).toBe('重新办理 1 次，前后 49 天，第 2 次超期 1 天答复');
  expect(concernTime(lamp, '2026-04-22')).toBe(concernTime(lamp, '2026-12-31'));
  expect(concernTime(lamp, '2026-04-10')).toBe('重新办理 1 次，收到以来 39 天，离答复期限还有 9 天');
  expect(concernTime(lamp, '2026-04-19')).toBe('重新办理 1 次，收到以来 48 天，答复期限今天到');
});

test('says that an answer was late, but not on the last day', () => {
  const answered = (day: string): string =>
    concernTime(
      lampOf([
        { day: received, state: 'accepted', org: 'shequ' },
        { day, state: 'refused', org: 'shequ', answer: '挪不了。' },
      ]),
      '2026-12-31',
    );
  expect(answered('2026-03-02')).toBe('当天答复');
  expect(answered('2026-03-20')).toBe('18 天答复');
  expect(answered('2026-03-21')).toBe('超期 1 天答复，用了 19 天');
  expect(concernTime(lampOf(undefined), '2026-03-20')).toBe('答复期限今天到');
  expect(concernTime(lampOf(undefined), '2026-03-25')).toBe('过了答复期限 5 天');
});
