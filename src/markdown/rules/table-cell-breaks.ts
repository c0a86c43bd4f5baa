import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** `<br>` works in table cells only, because Markdown has no other line break there. */
export function tableCellBreaks(md: MarkdownIt): void {
  // After `line_numbers`, so that a break inside a cell does not count as a line of the source.
  md.core.ruler.after('line_numbers', 'table_cell_breaks', (state) => {
    state.tokens.forEach((token, index) => {
      const isCell = token.type === 'td_open' || token.type === 'th_open';
      const cell = state.tokens[index + 1];
      if (isCell && cell?.children)
        cell.children = cell.children.flatMap((child) => splitBreaks(state, child));
    });
  });
}

function splitBreaks(state: StateCore, text: Token): Token[] {
  if (text.type !== 'text') return [text];
  const token = (type: string, tag: string, content: string) =>
    Object.assign(new state.Token(type, tag, 0), { content, map: text.map, level: text.level });
  return text.content
    .split(/<br\s*\/?>/i)
    .flatMap((part, index) => [
      ...(index > 0 ? [token('hardbreak', 'br', '')] : []),
      token('text', '', part),
    ]);
}
