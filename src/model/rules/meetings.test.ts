import { expect, test } from 'vitest';
import { messagesFor } from './messages-for.ts';

/** The messages without their labels. */
const check = (lines: string, others: Record<string, string> = {}): string[] =>
  messagesFor('meetings/2026/li', `title: 例会\nslug: li\ndate: 2026-03-18\n${lines}`, others).map((each) =>
    each.slice(each.indexOf('：') + 1),
  );
const decision = (lines: string): string =>
  `decisions:\n  - number: 1\n    text: 修坡道\n    owner: wuye\n    ${lines.replaceAll('\n', '\n    ')}`;

test('accepts a decision that is due or done on the day of the meeting, but not before', () => {
  expect(check(decision('due: 2026-03-18'))).toEqual([]);
  expect(check(decision('due: 2026-03-17'))).toEqual([
    '“决定”第 1 项：“期限”（2026-03-17）早于会议日期（2026-03-18），请核对日期。',
  ]);
  const done = (day: string): string =>
    decision(`due: 2026-04-01\nclosed: ${day}\nresult: dropped\nnote: 已经修过`);
  expect(check(done('2026-03-18'))).toEqual([]);
  expect(check(done('2026-03-17'))).toEqual([
    '“决定”第 1 项：“了结日期”（2026-03-17）早于会议日期（2026-03-18），请核对日期。',
  ]);
});

test('requires a result, a reason and evidence only for a closed decision', () => {
  const of = (lines: string): string[] => check(decision(`due: 2026-04-01\n${lines}`));
  expect(of('closed: 2026-03-20')).toEqual(['“决定”第 1 项：写了“了结日期”，请选上“了结的结果”。']);
  expect(of('result: dropped\nnote: 不修了')).toEqual([
    '“决定”第 1 项：选了“了结的结果”，请写上“了结日期”。',
  ]);
  expect(of('closed: 2026-03-20\nresult: done')).toEqual([
    '“决定”第 1 项：结果是“办成”，请写上“依据”，没有依据的不算办成。',
  ]);
  expect(of('closed: 2026-03-20\nresult: dropped')).toEqual([
    '“决定”第 1 项：结果是“不再办”，请在“了结的说明”里写明原因。',
  ]);
});

test('rejects a unit that is both present and absent', () => {
  const org = 'title: 示例物业\nslug: wuye';
  const at = (present: string, absent: string): string[] =>
    check(`present:\n  - ${present}\nabsent:\n  - ${absent}`, { 'orgs/wuye': org });
  expect(at('wuye', 'wuye')).toEqual(['“示例物业”既在“到会单位”又在“缺席单位”，请删去一处。']);
  expect(at('shequ', 'wuye')).toEqual([]);
});

test('requires the days of an analysis, up to the day of the meeting', () => {
  const sentence = '民情分析会请写上“分析的起始日”和“分析的截止日”，统计数字才算得出来。';
  expect(check('kind: analysis')).toEqual([sentence]);
  expect(check('kind: analysis\nfrom: 2026-01-01')).toEqual([sentence]);
  expect(check('kind: analysis\nfrom: 2026-01-01\nuntil: 2026-03-18')).toEqual([]);
});
