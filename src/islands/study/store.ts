/**
 * The two places on the device that study writes to, and the only way to them. Where storage is forbidden or full, the
 * page goes on with what it holds in memory, and `isKept` says that nothing will outlast it.
 */
import { isNewer, notesIn, studyIn, version } from './records.ts';
import type { Note, Study } from './records.ts';

export type { Note, Study, StoredCard } from './records.ts';

export const studyKey = 'hub-study';
export const notesKey = 'hub-notes';
type Key = typeof studyKey | typeof notesKey;

/** What could not be stored, as long as this page is open. */
const unkept = new Map<Key, string | null>();
const listeners = new Set<() => void>();

export const readStudy = (): Study => studyIn(parsed(studyKey)).value;
export const readNotes = (): readonly Note[] => notesIn(parsed(notesKey)).value;

/** Reads again before it writes: another tab may have written meanwhile. */
export function changeStudy(change: (study: Study) => Study): void {
  write(studyKey, { version, ...change(readStudy()) });
}

export function writeNotes(notes: readonly Note[]): void {
  write(notesKey, { version, notes });
}

/** Whether what was written last will still be there tomorrow. */
export const isKept = (): boolean => unkept.size === 0;

/** Takes both places away. */
export function eraseAll(): void {
  for (const key of [studyKey, notesKey] as const) {
    try {
      localStorage.removeItem(key);
      unkept.delete(key);
    } catch {
      unkept.set(key, null);
    }
  }
  tell();
}

/** Calls back after each change, in this tab or another; returns what ends it. */
export function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', hear);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', hear);
  };
}

function hear({ key }: StorageEvent): void {
  // Null: everything was cleared.
  if (key === null || key === studyKey || key === notesKey) tell();
}

function tell(): void {
  listeners.forEach((listener) => {
    listener();
  });
}

function parsed(key: Key): unknown {
  try {
    const text = unkept.has(key) ? unkept.get(key) : localStorage.getItem(key);
    const raw: unknown = JSON.parse(text ?? 'null');
    return isNewer(raw) ? null : raw;
  } catch {
    // Forbidden, or no JSON at all: as if nothing had been written.
    return null;
  }
}

function write(key: Key, value: object): void {
  const text = JSON.stringify(value);
  try {
    // A page of an older release, kept for reading without a connection, must not cut down what a newer one wrote.
    if (isNewer(JSON.parse(localStorage.getItem(key) ?? 'null')))
      throw new Error('Written by a newer release.');
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      unkept.set(key, text);
      tell();
      return;
    }
  }
  try {
    localStorage.setItem(key, text);
    unkept.delete(key);
  } catch {
    unkept.set(key, text);
  }
  tell();
}
