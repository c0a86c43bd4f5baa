import type { MarkdownIt, Token } from 'markdown-it';

/**
 * markdown-it says where a block begins, not where a link inside it stands. Gives every inline token its own line, so
 * that a problem in the fifth line of a paragraph is reported there. Runs before any rule that adds or removes tokens.
 */
export function inlineLineNumbers(md: MarkdownIt): void {
  md.core.ruler.after('footnote_tail', 'lines', ({ tokens }) => {
    const notes = new Map<unknown, number>();
    let line = 0;
    for (const token of tokens) {
      if (token.map) line = token.map[0];
      // A note written in the flow, ^[…], stands where it was called; its block knows no line.
      if (token.type === 'footnote_open') line = notes.get(token.meta?.id) ?? line;
      // Cells of a table have no line of their own either; their row has.
      if (token.type === 'inline') number(token, line, notes);
    }
  });
}

function number(block: Token, first: number, notes: Map<unknown, number>): void {
  let line = block.map?.[0] ?? first;
  block.map ??= [line, line + 1];
  for (const token of block.children ?? []) {
    token.map = [line, line + 1];
    if (token.type === 'footnote_ref') notes.set(token.meta?.id, line);
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
  }
}
