import type { Note } from '../study/store.ts';
import { notesByPage } from './by-page.ts';

/** Notes as Markdown, grouped by page; `origin` makes the addresses absolute. */
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
