import type { Note } from '../study/store.ts';

export interface PageNotes {
  page: string;
  title: string;
  notes: Note[];
}

/** Notes grouped by page, sorted by title. Some readers' browsers do not support `Map.groupBy`. */
export function notesByPage(notes: readonly Note[]): PageNotes[] {
  const pages = new Map<string, PageNotes>();
  for (const note of notes) {
    const { page, title } = note;
    const known = pages.get(page) ?? { page, title, notes: [] };
    pages.set(page, { ...known, notes: [...known.notes, note] });
  }
  return [...pages.values()].sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'));
}
