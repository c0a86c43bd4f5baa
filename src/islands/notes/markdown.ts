import type { Note } from '../study/store.ts';

/** Notes as a Markdown text, page by page; `origin` makes whole addresses. */
export function notesAsMarkdown(notes: readonly Note[], origin: string): string {
  const parts = notesByPage(notes).map(({ page, title, notes: own }) =>
    [`## ${title}`, `<${origin}${page}>`, ...own.map(oneNote)].join('\n\n'),
  );
  return `# 我的笔记\n\n${parts.join('\n\n')}\n`;
}

function oneNote({ quote, text, day }: Note): string {
  const quoted = quote === '' ? [] : [quote.replace(/^/gm, '> ')];
  return [...quoted, ...(text.trim() === '' ? [] : [text.trim()]), `（${day}）`].join('\n\n');
}

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
