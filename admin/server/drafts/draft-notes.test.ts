import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { saveDraft } from './save-draft.ts';
import { handleAction } from '../protocol/proxy-protocol.ts';
import type { Person } from '../accounts/permissions.ts';
import { draftRecordKey } from '../git/record-store.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';

// Generous limits for busy machines.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let fixture: FixtureStore;
const draft = { collection: 'notices', slug: '2026/xin/index' };

beforeAll(async () => {
  fixture = await fixtureStore();
  await saveDraft(fixture.store, li, {
    ...draft,
    path: noticePath('xin'),
    text: noticeText('通知', 'xin', '正文。'),
    assets: [],
    isNew: true,
  });
});
afterAll(() => fixture.cleanUp());

const ask = (person: Person, action: string, params: object = {}): Promise<unknown> => {
  const desk = { store: fixture.store, published: () => undefined };
  return handleAction(desk, person, { action, params: { ...draft, ...params } });
};

interface Answer {
  note: { id: string };
  notes: { content: string; resolved: boolean; isOwn: boolean }[];
}
const addNote = async (person: Person, content: string): Promise<string> =>
  ((await ask(person, 'addNote', { note: { content } })) as Answer).note.id;
const notesFor = async (person: Person) => ((await ask(person, 'getNotes')) as Answer).notes;

test('lets only the author edit or delete a note, not even the owner', async () => {
  const noteId = await addNote(li, '请核对日期');
  const others = '这条批注是李强写的，只有本人能改。';
  await expect(ask(zhang, 'updateNote', { noteId, updates: { content: '改过的' } })).rejects.toThrow(others);
  await expect(ask(zhang, 'deleteNote', { noteId })).rejects.toThrow(others);
  expect(await notesFor(zhang)).toMatchObject([{ content: '请核对日期', isOwn: false }]);

  await ask(li, 'updateNote', { noteId, updates: { content: ' 请核对日期和地点 ' } });
  expect(await notesFor(li)).toMatchObject([{ content: '请核对日期和地点', isOwn: true }]);
  await ask(li, 'deleteNote', { noteId });
  expect(await notesFor(li)).toEqual([]);
  await expect(ask(li, 'deleteNote', { noteId })).rejects.toThrow('这条批注已经被删掉了');
});

test('lets every editor resolve a note', async () => {
  const noteId = await addNote(li, '请补照片');
  await ask(zhang, 'toggleNoteResolution', { noteId });
  expect(await notesFor(li)).toMatchObject([{ resolved: true, isOwn: true }]);
  await ask(zhang, 'updateNote', { noteId, updates: { resolved: false } });
  expect(await notesFor(li)).toMatchObject([{ content: '请补照片', resolved: false }]);
  // Resolving and editing together counts as editing.
  const both = { noteId, updates: { resolved: true, content: '改过的' } };
  await expect(ask(zhang, 'updateNote', both)).rejects.toThrow('只有本人能改');
  expect(await notesFor(li)).toMatchObject([{ content: '请补照片', resolved: false }]);
});

test('keeps notes when the text is saved again', async () => {
  await addNote(li, '请改标题');
  const before = await notesFor(li);
  const { version } = (await ask(li, 'unpublishedEntry')) as { version: string };
  const text = noticeText('通知', 'xin', '改过的正文。');
  const again = { ...draft, path: noticePath('xin'), text, assets: [], isNew: false, baseVersion: version };
  expect((await saveDraft(fixture.store, zhang, again)).unchanged).toBe(false);
  expect(await notesFor(li)).toEqual(before);
});

test.each([
  ['', '批注还没有写内容。'],
  ['   ', '批注还没有写内容。'],
  ['字'.repeat(2001), '批注请写在 2000 字以内。'],
])('rejects the note %j', async (content, sentence) => {
  await expect(addNote(li, content)).rejects.toThrow(sentence);
});

test('a draft has at most 200 notes', async () => {
  const { records, repository } = fixture.store;
  const key = draftRecordKey('notices', '2026/xin');
  await repository.transact(async () => {
    const read = await records.read();
    const record = read.drafts.get(key)!;
    const note = (id: string) => ({
      id,
      author: '李强',
      authorId: 'li',
      timestamp: '',
      content: '核',
      resolved: true,
    });
    const notes = Array.from({ length: 199 }, (_, index) => note(String(index)));
    return {
      changes: [await records.next(read, new Map([[key, { ...record, notes }]]), 'Notes\n')],
      result: undefined,
    };
  });
  await addNote(li, '第二百条');
  await expect(addNote(li, '再一条')).rejects.toThrow(
    '这篇草稿已经有 200 条批注，请先删去已经解决的，再写新的。',
  );
  await ask(li, 'deleteNote', { noteId: '7' });
  await addNote(li, '再一条');
  expect(await notesFor(li)).toHaveLength(200);
});
