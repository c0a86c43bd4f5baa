import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * `______` is a blank to fill in by hand. Markdown reads a line of underscores as a thematic break. Here three of
 * them between empty lines are one; more of them, or any below a line of text, are a blank. The desk recommends `---`
 * for thematic breaks. Blanks inside a line are handled by `emphasis`.
 */
export function fillInBlanks(md: MarkdownIt): void {
  md.core.ruler.after('block', 'fill_in_blanks', (state) => {
    const lines = state.src.split('\n');
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type !== 'hr' || !token.markup.startsWith('_') || !token.map) return [token];
      const [line, next] = token.map;
      const isSeparate = isEmpty(lines[line - 1]) && isEmpty(lines[next]);
      return isSeparate && token.markup.length === 3 ? [token] : paragraph(state, token, lines[line] ?? '');
    });
  });
}

// An empty line inside a quotation still has its `>`.
const isEmpty = (line: string | undefined): boolean => /^[\s>]*$/.test(line ?? '');

function paragraph(state: StateCore, rule: Token, line: string): Token[] {
  const token = (type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token =>
    Object.assign(new state.Token(type, tag, nesting), { block: true, level, map: rule.map });
  const content = /_[_\s]*$/.exec(line)?.[0].trim() ?? '';
  return [
    token('paragraph_open', 'p', 1, rule.level),
    Object.assign(token('inline', '', 0, rule.level + 1), { content, children: [] }),
    token('paragraph_close', 'p', -1, rule.level),
  ];
}
