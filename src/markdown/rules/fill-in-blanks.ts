import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * `______` is a blank to be filled in by hand. Markdown takes a line of underscores for a rule; here that is only the
 * spelling with three of them, standing free between empty lines. Anything longer, or under a line of text, is a blank.
 * The desk teaches `---` for rules. Blanks inside a line are the business of `emphasis`.
 */
export function fillInBlanks(md: MarkdownIt): void {
  md.core.ruler.after('block', 'blanks', (state) => {
    const written = state.src.split('\n');
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type !== 'hr' || !token.markup.startsWith('_') || !token.map) return [token];
      const [line, next] = token.map;
      const isFree = isEmpty(written[line - 1]) && isEmpty(written[next]);
      return isFree && token.markup.length === 3 ? [token] : paragraph(state, token, written[line] ?? '');
    });
  });
}

// In a quotation or a list, the marks of the frame are all there is on an empty line.
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
