import type { MarkdownIt, Token } from 'markdown-it';

/**
 * markdown-it knows the lines of a block, but not of a link inside it. This rule gives every inline token its line, so
 * that a problem in the fifth line of a paragraph is reported there. Runs before any rule that adds or removes tokens.
 */
export function inlineLineNumbers(md: MarkdownIt): void {
  md.core.ruler.after('footnote_tail', 'line_numbers', ({ tokens }) => {
    const notes = new Map<unknown, number>();
    let line = 0;
    for (const token of tokens) {
      if (token.map) line = token.map[0];
      // An inline footnote, ^[…], has the line of its reference; its block has none.
      if (token.type === 'footnote_open') line = notes.get(token.meta?.id) ?? line;
      // Table cells have no line either, but their row has.
      if (token.type === 'inline') setLines(token, line, notes);
    }
  });
}

function setLines(block: Token, first: number, notes: Map<unknown, number>): void {
  let line = block.map?.[0] ?? first;
  block.map ??= [line, line + 1];
  for (const token of block.children ?? []) {
    token.map = [line, line + 1];
    if (token.type === 'footnote_ref') notes.set(token.meta?.id, line);
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
  }
}
