import { randomUUID } from 'node:crypto';
import type { Person } from '../accounts/permissions.ts';
import { recordOf } from './draft-lookup.ts';
import { actorOf, draftRecordKey } from '../git/record-store.ts';
import type { DraftRecord, Note } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Store } from '../git/content-store.ts';

const longest = 2000;
const mostNotes = 200;

export async function notesOn(store: Store, collection: string, name: string): Promise<Note[]> {
  return recordOf(await store.records.read(), collection, name)?.notes ?? [];
}

export function addNote(store: Store, person: Person, collection: string, name: string, content: unknown) {
  const { username, name: author } = actorOf(person);
  const note: Note = {
    id: randomUUID(),
    author,
    authorId: username,
    timestamp: new Date().toISOString(),
    content: readContent(content),
    resolved: false,
  };
  return changeNotes(store, collection, name, (notes) => {
    if (notes.length >= mostNotes)
      throw new Refusal(422, `这篇草稿已经有 ${String(mostNotes)} 条批注，请先删去已经解决的，再写新的。`);
    return { notes: [...notes, note], note };
  });
}

/** Only the author may change the text of a note; every editor may resolve it. */
export function updateNote(
  store: Store,
  person: Person,
  collection: string,
  name: string,
  id: string,
  updates: { content?: unknown; resolved?: unknown },
) {
  return changeNotes(store, collection, name, (notes) => {
    const old = noteOf(notes, id);
    if (updates.content !== undefined) assertAuthor(old, person);
    const note: Note = {
      ...old,
      content: updates.content === undefined ? old.content : readContent(updates.content),
      resolved: typeof updates.resolved === 'boolean' ? updates.resolved : old.resolved,
    };
    return { notes: notes.map((each) => (each.id === id ? note : each)), note };
  });
}

export function toggleNote(store: Store, collection: string, name: string, id: string) {
  return changeNotes(store, collection, name, (notes) => {
    const old = noteOf(notes, id);
    const note: Note = { ...old, resolved: !old.resolved };
    return { notes: notes.map((each) => (each.id === id ? note : each)), note };
  });
}

export function deleteNote(store: Store, person: Person, collection: string, name: string, id: string) {
  return changeNotes(store, collection, name, (notes) => {
    const note = noteOf(notes, id);
    assertAuthor(note, person);
    return { notes: notes.filter((each) => each.id !== id), note };
  });
}

function changeNotes(
  store: Store,
  collection: string,
  name: string,
  change: (notes: readonly Note[]) => { notes: Note[]; note: Note },
): Promise<Note> {
  return store.repository.transact(async () => {
    const records = await store.records.read();
    const draft = recordOf(records, collection, name);
    if (!draft) throw new Refusal(404, '批注写在草稿上，请先保存草稿，再写批注。');
    const { notes, note } = change(draft.notes);
    const changed: DraftRecord = { ...draft, notes };
    const move = await store.records.next(
      records,
      new Map([[draftRecordKey(collection, draft.name), changed]]),
      `Note on ${collection}/${name}\n`,
    );
    return { changes: [move], result: note };
  });
}

function noteOf(notes: readonly Note[], id: string): Note {
  const note = notes.find((each) => each.id === id);
  if (!note) throw new Refusal(404, '这条批注已经被删掉了，请刷新页面。');
  return note;
}

function assertAuthor(note: Note, person: Person): void {
  if (note.authorId !== person.username) {
    throw new Refusal(403, `这条批注是${note.author}写的，只有本人能改。`);
  }
}

function readContent(content: unknown): string {
  const text = typeof content === 'string' ? content.trim() : '';
  if (text === '') throw new Refusal(422, '批注还没有写内容。');
  if (text.length > longest) throw new Refusal(422, `批注请写在 ${String(longest)} 字以内。`);
  return text;
}
