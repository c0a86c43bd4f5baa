import { expect, test, vi } from 'vitest';
import type { Article } from '../entries/article.ts';

const lead = {
  id: 'shequ',
  data: { address: '/orgs/shequ/', folder: '', text: '', fields: { title: '幸福里社区', order: 1 } },
};
vi.mock('astro:content', () => ({
  getCollection: (name: string) => (name === 'orgs' ? [lead] : []),
  render: (entry: unknown) => ({ Content: entry }),
}));
const { stepContent } = await import('./step-content.ts');

const step = (collection: string, data: object) => {
  const article = { collection, slug: 's', entry: 'the text', text: '', data: { title: '甲', ...data } };
  return {
    number: 2,
    key: `${collection}/s`,
    title: '甲',
    action: '读材料',
    task: '想一想',
    minutes: 6,
    article: article as unknown as Article<'materials' | 'quizzes' | 'events' | 'projects'>,
  };
};

test('adds the text of a material and keeps the fields of the step', async () => {
  const content = await stepContent(step('materials', {}));
  expect(content).toMatchObject({ kind: 'text', number: 2, task: '想一想', minutes: 6, Content: 'the text' });
});

test('adds the questions of a self-test', async () => {
  const question = { number: 1, kind: 'judge', text: '对不对？', truth: 'right', passage: '/x/' };
  const content = await stepContent(step('quizzes', { questions: [question] }));
  expect(content.kind === 'quiz' && content.questions.map(({ number, pieces }) => [number, pieces])).toEqual([
    [1, ['对不对？']],
  ]);
});

test('adds the facts needed to visit an event or a project', async () => {
  const event = await stepContent(
    step('events', { state: 'held', start: '2026-03-05T09:00:00+08:00', place: '广场', summary: '量血压' }),
  );
  expect(event.kind === 'visit' && event.visit.facts).toContainEqual({ label: '地点', text: '广场' });
  const project = await stepContent(
    step('projects', {
      lead: 'shequ',
      goal: '修好',
      summary: '坡道',
      start: '2026-03-01',
      due: '2026-05-01',
    }),
  );
  expect(project.kind === 'visit' && project.visit.facts).toContainEqual({
    label: '牵头单位',
    text: '幸福里社区',
  });
});
