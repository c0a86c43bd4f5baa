import { expect, test } from 'vitest';
import { messagesFor } from './messages-for.ts';

const check = (lines: string): string[] => messagesFor('documents/wen', `title: 办法\nslug: wen\n${lines}`);

test('requires a last day only for a document that is no longer in force', () => {
  expect(check('validity: current')).toEqual([]);
  expect(check('validity: repealed')).toEqual(['有效性：“有效性”是废止，请写上“失效日期”。']);
  expect(check('validity: repealed\nended: 2026-03-01')).toEqual([]);
  expect(check('validity: current\nended: 2026-03-01')).toEqual([
    '失效日期：写了“失效日期”，“有效性”却是现行，请改其中一处。',
  ]);
});

test('rejects a report from before the end of the survey', () => {
  expect(check('issued: 2026-03-01\nsurveyUntil: 2026-03-01')).toEqual([]);
  expect(check('issued: 2026-03-01\nsurveyUntil: 2026-03-02')).toHaveLength(1);
});
