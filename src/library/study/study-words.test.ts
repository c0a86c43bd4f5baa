import { expect, test } from 'vitest';
import type { StepArticle } from './study-words.ts';
import { aboutMinutes, stepKind } from './study-words.ts';

test('gives hours and minutes and leaves out zeros', () => {
  expect([0, 40, 60, 150].map(aboutMinutes)).toEqual([
    '约 0 分钟',
    '约 40 分钟',
    '约 1 小时',
    '约 2 小时 30 分钟',
  ]);
});

test('gives a fact for each kind of step', () => {
  const step = (collection: string, data: object) => ({ collection, data }) as StepArticle;
  expect(stepKind(step('materials', { kind: 'law' }))).toBe('法律法规');
  expect(stepKind(step('quizzes', { questions: [{}, {}, {}] }))).toBe('3 道题');
  expect(stepKind(step('events', { start: '2026-03-05T09:00:00+08:00' }))).toBe('2026年3月5日');
  expect(stepKind(step('projects', {}))).toBeUndefined();
});
