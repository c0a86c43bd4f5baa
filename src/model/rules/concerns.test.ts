import { expect, test } from 'vitest';
import { messagesFor } from './messages-for.ts';

const check = (lines: string, others: Record<string, string> = {}): string[] =>
  messagesFor('concerns/2026/deng', `title: 路灯\nslug: deng\n${lines}`, others);

test('rejects a number that is used twice, and accepts missing numbers', () => {
  const other = (lines: string) => ({ 'concerns/2026/ti': `title: 电梯\nslug: ti\n${lines}` });
  expect(check('number: 2026-001', other('number: 2026-001'))).toEqual([
    '编号：编号 2026-001 已经给了“电梯”（网址名“ti”），请换一个没用过的编号。',
  ]);
  expect(check('number: 2026-001', other('number: 2026-002'))).toEqual([]);
  expect(check('received: 2026-03-02', other('received: 2026-03-02'))).toEqual([]);
});

test('requires the year of the concern in its number', () => {
  expect(check('number: 2026-001\nreceived: 2026-03-02')).toEqual([]);
  expect(check('number: 2025-001\nreceived: 2026-03-02')).toEqual([
    '编号：编号 2025-001 的年份和“收到日期”（2026-03-02）不一样，请核对。',
  ]);
  expect(check('received: 2026-03-02')).toEqual([]);
});

test.each([
  ['小区北片', false],
  ['3 号楼一带', false],
  ['3-5 栋一带', false],
  ['5 栋、11 栋一带', false],
  ['3 栋 2 单元', true],
  ['3栋201', true],
  ['三栋二〇一', true],
  ['3-2-201', true],
  ['201室', true],
])('%s identifies a household: %j', (area, isRejected) => {
  expect(check(`area: ${area}`).some((each) => each.includes('写得太细'))).toBe(isRejected);
});

const log = (...steps: string[]): string =>
  `received: 2026-03-02\ndue: 2026-03-20\nlog:\n${steps.map((step) => `  - ${step.replaceAll('; ', '\n    ')}`).join('\n')}`;

test('requires the days of the steps in order', () => {
  expect(check(log('day: 2026-03-02; state: accepted'))).toEqual([]);
  expect(check(log('day: 2026-03-01; state: accepted'))).toEqual([
    expect.stringContaining('日期（2026-03-01）早于“收到日期”（2026-03-02），请核对两个日期。'),
  ]);
  expect(check(log('day: 2026-03-05; state: accepted', 'day: 2026-03-05; state: working'))).toEqual([]);
  expect(check(log('day: 2026-03-05; state: accepted', 'day: 2026-03-04; state: working'))).toEqual([
    expect.stringContaining('日期（2026-03-04）早于上一项（2026-03-05），请按先后排列或核对日期。'),
  ]);
});

test('requires a later day and a reason for an extension', () => {
  const until = (day: string, more = '; answer: 等配件') =>
    check(log('day: 2026-03-05; state: accepted', `day: 2026-03-06; state: working; until: ${day}${more}`));
  expect(until('2026-03-21')).toEqual([]);
  expect(until('2026-03-20')).toEqual([
    expect.stringContaining('“顺延到”（2026-03-20）没有晚于“答复期限”（2026-03-20），请核对两个日期。'),
  ]);
  expect(until('2026-03-21', '')).toEqual([expect.stringContaining('顺延了期限，请在“答复”里写明为什么。')]);
});
