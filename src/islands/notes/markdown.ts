import type { Note } from '../study/store.ts';

/** Notes as a Markdown text, page by page in the order of their names; `origin` makes whole addresses. */
export function notesAsMarkdown(notes: readonly Note[], origin: string): string {
  const pages = [...groupsOf(notes)].sort(([, [a]], [, [b]]) =>
    (a?.title ?? '').localeCompare(b?.title ?? '', 'zh-CN'),
  );
  const parts = pages.map(([page, list]) =>
    [`## ${list[0]?.title ?? page}`, `<${origin}${page}>`, ...list.map(oneNote)].join('\n\n'),
  );
  return `# 我的笔记\n\n${parts.join('\n\n')}\n`;
}

function oneNote({ quote, text, day }: Note): string {
  const quoted =
    quote === ''
      ? []
      : [
          quote
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n'),
        ];
  return [...quoted, ...(text.trim() === '' ? [] : [text.trim()]), `（${day}）`].join('\n\n');
}

/** Notes by page. `Map.groupBy` is younger than the browsers some readers have. */
function groupsOf(notes: readonly Note[]): Map<string, Note[]> {
  const pages = new Map<string, Note[]>();
  for (const note of notes) pages.set(note.page, [...(pages.get(note.page) ?? []), note]);
  return pages;
}
