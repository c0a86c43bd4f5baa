import { expect, test, vi } from 'vitest';

const entry = (name: string, id: string, fields: object) => ({
  id,
  data: { address: `/${name}/${id}/`, folder: '', text: '', fields: { title: id, ...fields } },
});
const decision = (number: number, more: object = {}) => ({ number, text: '事', due: '2026-04-01', ...more });
const content: Record<string, object[]> = {
  orgs: [entry('orgs', 'houqin', { order: 1 }), entry('orgs', 'shequ', { order: 2 })],
  projects: [
    entry('projects', 'podao', { lead: 'shequ', order: 1 }),
    entry('projects', 'refan', { lead: 'gone', order: 2 }),
  ],
  documents: [entry('documents', 'fangan', { org: 'houqin', published: '2026-01-01' })],
  meetings: [
    entry('meetings', 'winter', { date: '2026-01-01', decisions: [decision(1), decision(2)] }),
    entry('meetings', 'spring', {
      date: '2026-03-01',
      decisions: [decision(1, { continues: [{ meeting: 'winter', number: 2 }] })],
    }),
  ],
};
vi.mock('astro:content', () => ({ getCollection: (name: string) => content[name] ?? [] }));
const { documentItems, meetingItems, projectItems } = await import('./list-items.ts');
const { allOf, named } = await import('./queries.ts');

test('adds the leading unit to a project and the issuing unit to a document', async () => {
  const projects = await projectItems(await allOf('projects'));
  expect(projects.map(({ project, lead }) => [project.slug, lead?.slug])).toEqual([
    ['podao', 'shequ'],
    ['refan', undefined],
  ]);
  const documents = await documentItems(await allOf('documents'));
  expect(documents.map(({ document, org }) => [document.slug, org?.slug])).toEqual([['fangan', 'houqin']]);
});

test('links the decisions of a meeting to later minutes, even if the list holds only that meeting', async () => {
  const [item, ...others] = await meetingItems(await named('meetings', ['winter']));
  expect(others).toEqual([]);
  expect(item?.meeting.slug).toBe('winter');
  expect(item?.decisions.map(({ continuedBy }) => continuedBy?.meeting.slug)).toEqual([undefined, 'spring']);
});
