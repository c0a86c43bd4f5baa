import { expect, test, vi } from 'vitest';
import type { Article } from '../entries/article.ts';

const decision = (number: number, more: object = {}) => ({
  number,
  text: `事 ${String(number)}`,
  owner: 'houqin',
  due: '2026-02-01',
  ...more,
});
const meeting = (id: string, date: string, more: object) => ({
  id,
  data: {
    address: `/meetings/${id}/`,
    folder: `meetings/${id}`,
    text: '',
    fields: { title: id, kind: 'joint', convener: 'houqin', date, ...more },
  },
});
const org = (id: string) => ({
  id,
  data: { address: `/orgs/${id}/`, folder: '', text: '', fields: { title: id, shortName: id, order: 1 } },
});
const project = (id: string) => ({
  id,
  data: { address: `/projects/${id}/`, folder: '', text: '', fields: { title: id } },
});
const content: Record<string, object[]> = {
  meetings: [
    meeting('winter', '2026-01-01', { decisions: [decision(1), decision(2)] }),
    meeting('spring', '2026-03-01', {
      agenda: [{ text: '路灯', org: 'shequ' }, { text: '其他' }],
      decisions: [
        decision(1, {
          due: '2026-04-01',
          helpers: ['shequ', 'houqin'],
          project: 'podao',
          evidence: '/projects/podao/',
          continues: [{ meeting: 'winter', number: 2 }],
        }),
      ],
    }),
    meeting('summer', '2026-06-01', { decisions: [decision(2)] }),
  ],
  orgs: [org('houqin'), org('shequ')],
  projects: [project('podao')],
};
vi.mock('astro:content', () => ({ getCollection: (name: string) => content[name] ?? [] }));
const { agendaOfMeeting, decisionRows } = await import('./meeting-parts.ts');
const { named } = await import('../entries/queries.ts');

const meetingOf = async (slug: string): Promise<Article<'meetings'>> => (await named('meetings', [slug]))[0]!;

test('starts the agenda with open decisions and adds the units of its topics', async () => {
  const { left, topics } = await agendaOfMeeting(await meetingOf('spring'));
  expect(left.map(({ meeting: { slug }, number }) => [slug, number])).toEqual([
    ['winter', 1],
    ['winter', 2],
  ]);
  expect(topics.map(({ text, unit }) => [text, unit?.slug])).toEqual([
    ['路灯', 'shequ'],
    ['其他', undefined],
  ]);
  expect((await agendaOfMeeting(await meetingOf('winter'))).left).toEqual([]);
});

test('adds owner, helpers in order, project, evidence and continued decisions', async () => {
  const [row, ...others] = await decisionRows(await meetingOf('spring'));
  expect(others).toEqual([]);
  expect(row?.owner?.slug).toBe('houqin');
  expect(row?.helpers.map(({ slug }) => slug)).toEqual(['shequ', 'houqin']);
  expect(row?.project?.slug).toBe('podao');
  expect(row?.proof).toEqual({ label: 'podao', address: '/projects/podao/' });
  expect(row?.takenOver.map(({ meeting: { slug }, number }) => [slug, number])).toEqual([['winter', 2]]);
  expect(row?.into.map(({ slug }) => slug)).toEqual(['summer']);
});

test('does not carry a decision beyond the meeting that continues it', async () => {
  const rows = await decisionRows(await meetingOf('winter'));
  expect(rows.map(({ into }) => into.map(({ slug }) => slug))).toEqual([['spring', 'summer'], ['spring']]);
  expect(rows.map(({ takenOver, helpers, project: done }) => [takenOver, helpers, done])).toEqual([
    [[], [], undefined],
    [[], [], undefined],
  ]);
});
