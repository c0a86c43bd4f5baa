import { expect, test, vi } from 'vitest';
import type { Article } from '../entries/article.ts';

const entry = (name: string, id: string) => ({
  id,
  data: { address: `/${name}/${id}/`, folder: '', text: '', fields: { title: id } },
});
const content: Record<string, object[]> = {
  projects: [entry('projects', 'podao')],
};
vi.mock('astro:content', () => ({ getCollection: (name: string) => content[name] ?? [] }));
const { stepsOfDeliberation } = await import('./deliberation-timeline.ts');

const article = (data: object) => ({ address: '/a/', folder: 'a', data });

test('shows all six steps, each with its records and their evidence', async () => {
  const deliberation = article({
    steps: [
      { step: 'collect', day: '2026-03-01', text: '路灯', evidence: '/projects/podao/' },
      { step: 'collect', day: '2026-03-02', text: '还是路灯' },
    ],
  }) as unknown as Article<'deliberations'>;
  const steps = await stepsOfDeliberation(deliberation);
  expect(steps).toHaveLength(6);
  const taken = steps.filter(({ records }) => records.length > 0);
  expect(taken.map(({ records }) => records.map(({ text, proof }) => [text, proof?.label]))).toEqual([
    [
      ['路灯', 'podao'],
      ['还是路灯', undefined],
    ],
  ]);
});
