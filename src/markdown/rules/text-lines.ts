import type { MarkdownIt, Token } from 'markdown-it';
import { renderEnvOf, lineOf } from '../render-env.ts';

/** A line of a text as it is read, for whoever judges its words. Code is left out. */
export interface TextLine {
  line: number;
  text: string;
  /** What stands in it by itself: a bold word, the words of a link or of a picture, the rest between them. */
  pieces: string[];
}

/** Gathers what readers will read, alternative texts and captions of pictures included. */
export function textLines(md: MarkdownIt): void {
  md.core.ruler.after('lines', 'passages', (state) => {
    const found = renderEnvOf(state.env).passages;
    for (const token of state.tokens) {
      if (token.type === 'inline') found.push(...linesOf(token));
    }
  });
}

function linesOf(block: Token): TextLine[] {
  const made: TextLine[] = [];
  let open: TextLine | undefined;
  for (const token of block.children ?? []) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      open = undefined;
      continue;
    }
    if (token.nesting !== 0) continue;
    // A break in a cell stands in the same line of the source as what follows, so each line is asked of its own words.
    if (!open) made.push((open = { line: lineOf(token), text: '', pieces: [] }));
    open.text += token.type === 'text' ? token.content : '\0';
    if (token.type === 'text') open.pieces.push(token.content);
    if (token.type !== 'image') continue;
    for (const words of [token.content, String(token.attrGet('title') ?? '')]) {
      made.push({ line: lineOf(token), text: words, pieces: [words] });
    }
  }
  return made.filter(({ pieces }) => pieces.some((piece) => piece.trim() !== ''));
}
