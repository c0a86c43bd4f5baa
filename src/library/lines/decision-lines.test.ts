import { expect, test } from 'vitest';
import { decisionLine, decisionsText } from './decision-lines.ts';
import { decisionsOf } from '../ledgers/joint/decision-states.ts';
import type { Row } from '../ledgers/row.ts';

const meeting = (date: string, decisions: Row<'meetings'>['data']['decisions']): Row<'meetings'> => ({
  slug: date,
  address: `/meetings/${date}/`,
  data: {
    title: `${date.slice(0, 4)} 年的会`,
    slug: date,
    kind: 'joint',
    date,
    place: '二楼',
    summary: '议事。',
    convener: 'dadangwei',
    present: ['houqin'],
    ...(decisions ? { decisions } : {}),
  },
});

test('names the decision that continues it, and the first due day of the chain', () => {
  const lines = decisionsOf([
    meeting('2025-04-16', [{ number: 3, text: '修坡道', owner: 'wuye', due: '2025-12-31' }]),
    meeting('2026-03-18', [
      {
        number: 2,
        text: '坡道重新定日子',
        owner: 'wuye',
        due: '2026-06-30',
        continues: [{ meeting: '2025-04-16', number: 3 }],
      },
    ]),
  ]).map((decision) => decisionLine(decision, '2026-07-10'));
  expect(lines.map(({ mark, about }) => [mark?.word, ...about])).toEqual([
    ['已接续', '2025 年的会第 3 条', '由“2026 年的会”第 2 条接续', undefined],
    ['已逾期', '2026 年的会第 2 条', '过了期限 10 天', '最早定的期限是2025年12月31日'],
  ]);
});

test('does not count continued decisions as settled', () => {
  expect(decisionsText(['done', 'dropped'])).toBe('2 条决定，都有了结');
  expect(decisionsText(['done', 'continued'])).toBe('2 条决定，1 条由后来的会接续，其余都有了结');
  expect(decisionsText(['continued'])).toBe('1 条决定，1 条由后来的会接续');
  expect(decisionsText(['open', 'overdue', 'continued'])).toBe(
    '3 条决定，还有 2 条没办完，1 条由后来的会接续',
  );
});
