import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** `<br>` in a cell is the one tag with a meaning here: Markdown has no other way to break a line inside a table. */
export function tableCellBreaks(md: MarkdownIt): void {
  // After `lines`, so that a break inside a cell does not count as a line of the source.
  md.core.ruler.after('lines', 'cell_breaks', (state) => {
    state.tokens.forEach((token, index) => {
      const isCell = token.type === 'td_open' || token.type === 'th_open';
      const cell = state.tokens[index + 1];
      if (isCell && cell?.children) cell.children = cell.children.flatMap((child) => broken(state, child));
    });
  });
}

function broken(state: StateCore, token: Token): Token[] {
  if (token.type !== 'text') return [token];
  const made = (type: string, tag: string, content: string) =>
    Object.assign(new state.Token(type, tag, 0), { content, map: token.map, level: token.level });
  return token.content
    .split(/<br\s*\/?>/i)
    .flatMap((part, index) => [...(index > 0 ? [made('hardbreak', 'br', '')] : []), made('text', '', part)]);
}
