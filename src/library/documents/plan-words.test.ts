import { expect, test } from 'vitest';
import { planSentence } from './plan-words.ts';

const none = { total: 0, done: 0, partly: 0, running: 0, overdue: 0, waiting: 0, terminated: 0 };
const heading = { slug: 'h', text: '一、目标', depth: 2 };

test('says that no project cites a plan, and how many clauses have none', () => {
  const clauses = [
    { heading, group: true, projects: [] },
    { heading, group: false, projects: [] },
    { heading, group: false, projects: ['坡道'] },
  ];
  expect(planSentence({ clauses, tally: none })).toBe('还没有项目引用这份文件，没有项目的条款 1 条。');
});

test('counts every state that occurs and leaves out the others', () => {
  const clauses = [{ heading, group: false, projects: ['坡道'] }];
  const all = { total: 21, done: 1, partly: 2, running: 3, overdue: 4, waiting: 5, terminated: 6 };
  expect(planSentence({ clauses, tally: all })).toBe(
    '引用这份文件的项目共 21 个，办成 1 个，部分办成 2 个，进行中 3 个，逾期 4 个，还没开始 5 个，终止 6 个。',
  );
  expect(planSentence({ clauses, tally: { ...none, total: 1, running: 1 } })).toBe(
    '引用这份文件的项目共 1 个，进行中 1 个。',
  );
});
