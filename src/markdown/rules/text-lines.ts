import type { MarkdownIt, Token } from 'markdown-it';
import { renderEnvOf, lineOf } from '../render-env.ts';
import type { TextLine } from '../render-env.ts';

/** Collects the text that readers see, including alternative texts and captions of images. */
export function textLines(md: MarkdownIt): void {
  md.core.ruler.after('line_numbers', 'text_lines', (state) => {
    const { passages } = renderEnvOf(state.env);
    for (const token of state.tokens) {
      if (token.type === 'inline') for (const line of linesOf(token)) passages.push(line);
    }
  });
}

function linesOf(block: Token): TextLine[] {
  const lines: TextLine[] = [];
  let open: TextLine | undefined;
  for (const token of block.children ?? []) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      open = undefined;
      continue;
    }
    if (token.nesting !== 0) continue;
    // A `<br>` in a table cell starts a new line here, but not in the source. So the number comes from the token.
    if (!open) lines.push((open = { line: lineOf(token), text: '', pieces: [] }));
    open.text += token.type === 'text' ? token.content : '\0';
    if (token.type === 'text') open.pieces.push(token.content);
    if (token.type !== 'image') continue;
    for (const words of [token.content, String(token.attrGet('title') ?? '')]) {
      lines.push({ line: lineOf(token), text: words, pieces: [words] });
    }
  }
  return lines.filter(({ pieces }) => pieces.some((piece) => piece.trim() !== ''));
}
