/**
 * The only access to the two storage keys of study. Where storage is blocked or full, the page works with data in memory,
 * and `isKept` is false because it will be lost.
 */
import { isFromNewerRelease, notesIn, studyIn, version } from './records.ts';
import type { Note, Study } from './records.ts';

export type { Note, Study, StoredCard } from './records.ts';

export const studyKey = 'hub-study';
export const notesKey = 'hub-notes';
type Key = typeof studyKey | typeof notesKey;

/** Values that could not be stored; they last as long as this page. */
const unkept = new Map<Key, string | null>();
const listeners = new Set<() => void>();

export const readStudy = (): Study => studyIn(parsed(studyKey)).value;
export const readNotes = (): readonly Note[] => notesIn(parsed(notesKey)).value;

/** Reads again before it writes, because another tab may have written. */
export function changeStudy(change: (study: Study) => Study): void {
  write(studyKey, { version, ...change(readStudy()) });
}

export function writeNotes(notes: readonly Note[]): void {
  write(notesKey, { version, notes });
}

/** Whether everything written so far is in storage. */
export const isKept = (): boolean => unkept.size === 0;

/** Removes both keys. */
export function eraseStudy(): void {
  for (const key of [studyKey, notesKey] as const) {
    try {
      localStorage.removeItem(key);
      unkept.delete(key);
    } catch {
      unkept.set(key, null);
    }
  }
  notify();
}

/** Calls the listener after each change in this tab or another; returns the function to unsubscribe. */
export function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', onStorage);
  };
}

function onStorage({ key }: StorageEvent): void {
  // Null: all storage was cleared.
  if (key === null || key === studyKey || key === notesKey) notify();
}

function notify(): void {
  listeners.forEach((listener) => {
    listener();
  });
}

function parsed(key: Key): unknown {
  try {
    const text = unkept.has(key) ? unkept.get(key) : localStorage.getItem(key);
    const raw: unknown = JSON.parse(text ?? 'null');
    return isFromNewerRelease(raw) ? null : raw;
  } catch {
    // Blocked or not JSON: the same as empty.
    return null;
  }
}

function write(key: Key, value: object): void {
  const text = JSON.stringify(value);
  try {
    // A page of an older release, stored for offline reading, must not overwrite data of a newer one.
    if (isFromNewerRelease(JSON.parse(localStorage.getItem(key) ?? 'null')))
      throw new Error('Written by a newer release.');
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      unkept.set(key, text);
      notify();
      return;
    }
  }
  try {
    localStorage.setItem(key, text);
    unkept.delete(key);
  } catch {
    unkept.set(key, text);
  }
  notify();
}
