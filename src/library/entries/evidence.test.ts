import { expect, test, vi } from 'vitest';
import type { Article } from './article.ts';

const minutes = {
  id: '0318-lianxi',
  data: { address: '/meetings/2026/0318-lianxi/', folder: '', text: '', fields: { title: '春季联席会议' } },
};
vi.mock('astro:content', () => ({ getCollection: (name: string) => (name === 'meetings' ? [minutes] : []) }));
const { evidenceOf, withProof } = await import('./evidence.ts');

const project = {
  folder: 'projects/podao',
  data: { attachments: [{ src: './照片.jpg', title: '完工照片' }] },
} as unknown as Article;

test('labels a page with its title, and a decision with its number', async () => {
  expect(await evidenceOf(project, '/meetings/2026/0318-lianxi/')).toEqual({
    label: '春季联席会议',
    address: '/meetings/2026/0318-lianxi/',
  });
  expect(await evidenceOf(project, '/meetings/2026/0318-lianxi/#decisions-3')).toMatchObject({
    label: '春季联席会议第 3 条',
  });
});

test('labels a file with the title of its attachment, or with its file name', async () => {
  expect(await evidenceOf(project, '照片.jpg')).toEqual({
    label: '完工照片',
    address: `/files/${encodeURI('projects/podao/照片.jpg')}`,
  });
  expect((await evidenceOf(project, '收据.pdf')).label).toBe('收据.pdf');
});

test('adds the link of the evidence to each record that has any', async () => {
  const records = await withProof(project, [
    { text: '量了坡度', evidence: '照片.jpg' },
    { text: '开了会', evidence: undefined },
  ]);
  expect(records.map(({ text, proof }) => [text, proof?.label])).toEqual([
    ['量了坡度', '完工照片'],
    ['开了会', undefined],
  ]);
});
