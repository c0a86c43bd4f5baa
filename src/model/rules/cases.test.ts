import { expect, test } from 'vitest';
import { messagesFor } from './messages-for.ts';

const project = (outcome: string): Record<string, string> => ({
  'projects/podao': `title: 坡道\nslug: podao\n${outcome}`,
});
const check = (lines: string, outcome = 'outcome: done'): string[] =>
  messagesFor('cases/an', `title: 案例\nslug: an\n${lines}`, project(outcome)).filter((each) =>
    /和项目的结果为什么不一样|两边|不一样/.test(each),
  );

test('requires the result of the project, or a reason for the difference', () => {
  expect(check('project: podao\nresult: success')).toEqual([]);
  expect(check('project: podao\nresult: success\ndiffers: 另算')).toEqual([
    expect.stringContaining('两边说的一样，请删去这一项。'),
  ]);
  expect(check('project: podao\nresult: partial')).toHaveLength(1);
  expect(check('project: podao\nresult: partial\ndiffers: 只说一期')).toEqual([]);
});

test('rejects a reason without a project, and ignores missing results', () => {
  expect(check('result: partial\ndiffers: 另算')).toEqual([
    expect.stringContaining('请选上“对应项目”，或删去这一项。'),
  ]);
  expect(check('result: partial')).toEqual([]);
  expect(check('project: podao')).toEqual([]);
  expect(check('project: podao\nresult: partial', 'summary: 还没有结束')).toEqual([]);
});
