import { expect, test, vi } from 'vitest';
import type { Article } from '../entries/article.ts';

const entry = (name: string, id: string) => ({
  id,
  data: { address: `/${name}/${id}/`, folder: '', text: '', fields: { title: id } },
});
const content: Record<string, object[]> = {
  orgs: [entry('orgs', 'houqin'), entry('orgs', 'shequ')],
};
vi.mock('astro:content', () => ({ getCollection: (name: string) => content[name] ?? [] }));
const { projectRounds } = await import('./project-rounds.ts');

const article = (data: object) => ({ address: '/a/', folder: 'a', data });

test('keeps the four stages of a round and adds the evidence of each record', async () => {
  const project = article({
    attachments: [{ src: './a.jpg', title: '照片' }],
    records: [
      { round: 1, stage: 'plan', day: '2026-03-01', text: '量坡度', evidence: 'a.jpg' },
      { round: 2, stage: 'do', day: '2026-04-01', text: '开工', evidence: '/orgs/houqin/' },
    ],
  }) as unknown as Article<'projects'>;
  const rounds = await projectRounds(project);
  expect(
    rounds.map(({ round, stages }) => [
      round,
      stages.map(({ records }) => records.map(({ proof }) => proof?.label).join()),
    ]),
  ).toEqual([
    [1, ['照片', '', '', '']],
    [2, ['', 'houqin', '', '']],
  ]);
});
