import { expect, test } from 'vitest';
import { saidOf } from './said-of.ts';

const project = (outcome: string): Record<string, string> => ({
  'projects/podao': `title: 坡道\nslug: podao\n${outcome}`,
});
const said = (lines: string, outcome = 'outcome: done'): string[] =>
  saidOf('cases/an', `title: 案例\nslug: an\n${lines}`, project(outcome)).filter((each) =>
    /和项目的结果为什么不一样|两边|不一样/.test(each),
  );

test('a case tells the result that its project has, or why not', () => {
  expect(said('project: podao\nresult: success')).toEqual([]);
  expect(said('project: podao\nresult: success\ndiffers: 另算')).toEqual([
    expect.stringContaining('两边说的一样，请删去这一项。'),
  ]);
  expect(said('project: podao\nresult: partial')).toHaveLength(1);
  expect(said('project: podao\nresult: partial\ndiffers: 只说一期')).toEqual([]);
});

test('without a project there is nothing to differ from, and nothing is said of what is not known', () => {
  expect(said('result: partial\ndiffers: 另算')).toEqual([
    expect.stringContaining('请选上“对应项目”，或删去这一项。'),
  ]);
  expect(said('result: partial')).toEqual([]);
  expect(said('project: podao')).toEqual([]);
  expect(said('project: podao\nresult: partial', 'summary: 还没有结束')).toEqual([]);
});
