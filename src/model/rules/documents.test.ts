import { expect, test } from 'vitest';
import { saidOf } from './said-of.ts';

const said = (lines: string): string[] => saidOf('documents/wen', `title: 办法\nslug: wen\n${lines}`);

test('what is out of force has its last day, what is in force has none', () => {
  expect(said('validity: current')).toEqual([]);
  expect(said('validity: repealed')).toEqual(['有效性：“有效性”是废止，请写上“失效日期”。']);
  expect(said('validity: repealed\nended: 2026-03-01')).toEqual([]);
  expect(said('validity: current\nended: 2026-03-01')).toEqual([
    '失效日期：写了“失效日期”，“有效性”却是现行，请改其中一处。',
  ]);
});

test('a survey is over before its report is written, or on the same day', () => {
  expect(said('issued: 2026-03-01\nsurveyUntil: 2026-03-01')).toEqual([]);
  expect(said('issued: 2026-03-01\nsurveyUntil: 2026-03-02')).toHaveLength(1);
});
