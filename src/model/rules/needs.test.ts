import { expect, test } from 'vitest';
import { messagesFor } from './messages-for.ts';

const offer = (lines: string): string => `title: 轮椅\nslug: lunyi\n${lines}`;
const check = (lines: string, resource = offer('since: 2026-01-01')): string[] =>
  messagesFor('needs/yao', `title: 要轮椅\nslug: yao\n${lines}`, { 'resources/lunyi': resource });

test('accepts a match from the first to the last day of the offer', () => {
  const on = (day: string): string[] =>
    check(`resource: lunyi\nmatched: ${day}`, offer('since: 2026-02-01\nuntil: 2026-03-31'));
  expect(on('2026-02-01')).toEqual([]);
  expect(on('2026-03-31')).toEqual([]);
  expect(on('2026-01-31')).toEqual([
    '配上的资源：“轮椅”从 2026-02-01 起才提供，晚于“配上的日期”（2026-01-31），请核对日期。',
  ]);
  expect(on('2026-04-01')).toEqual([
    '配上的资源：“轮椅”在 2026-03-31 已经停止提供，早于“配上的日期”（2026-04-01），请换一项资源或核对日期。',
  ]);
});

test('requires both the day of a match and what was matched', () => {
  expect(check('matched: 2026-03-01')).toEqual([
    '配上的日期：写了“配上的日期”，请选上“配上的资源”或“配上的项目”。',
  ]);
  expect(check('resource: lunyi')).toEqual([
    '配上的资源：已经配上了，请写上“配上的日期”，等了多少天才算得出来。',
  ]);
  expect(check('project: podao')).toEqual([
    '配上的项目：已经配上了，请写上“配上的日期”，等了多少天才算得出来。',
  ]);
});

test('requires the day, the result, the reason and the evidence of a closed need', () => {
  const closed = 'closed: 2026-03-20\ncloseReason: 借到了';
  expect(check(closed)).toEqual(['了结日期：写了“了结日期”，请选上“了结的结果”。']);
  expect(check('result: withdrawn\ncloseReason: 搬走了')).toEqual([
    '了结的结果：选了“了结的结果”，请写上“了结日期”。',
  ]);
  expect(check('closed: 2026-03-20\nresult: withdrawn')).toEqual([
    '了结日期：写了“了结日期”，请写上“了结的说明”：怎么办成的，或者为什么不办了。',
  ]);
  expect(check(`${closed}\nresult: met`)).toEqual([
    '了结的结果：结果是“办成”，请写上“依据”，让读者看得到办成了什么。',
  ]);
  const matched = `${closed}\nresult: withdrawn\nresource: lunyi\nmatched: `;
  expect(check(`${matched}2026-03-20`)).toEqual([]);
  expect(check(`${matched}2026-03-21`)).toEqual([
    '了结日期：“了结日期”（2026-03-20）早于“配上的日期”（2026-03-21），请核对两个日期。',
  ]);
});
