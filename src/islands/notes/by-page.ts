import type { Note } from '../study/store.ts';

export interface PageNotes {
  page: string;
  title: string;
  notes: Note[];
}

/** By page, in the order of their names. `Map.groupBy` is younger than the browsers some readers have. */
export function notesByPage(notes: readonly Note[]): PageNotes[] {
  const pages = new Map<string, PageNotes>();
  for (const note of notes) {
    const { page, title } = note;
    const known = pages.get(page) ?? { page, title, notes: [] };
    pages.set(page, { ...known, notes: [...known.notes, note] });
  }
  return [...pages.values()].sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'));
}
