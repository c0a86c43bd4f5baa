import type { MarkdownIt, Token } from 'markdown-it';
import { findingsOf, lineOf } from './findings.ts';

/** A line of a text as it is read, for whoever judges its words. Code is left out. */
export interface Passage {
  line: number;
  text: string;
  /** What stands in it by itself: a bold word, the words of a link or of a picture, the rest between them. */
  pieces: string[];
}

/** Gathers what readers will read, alternative texts and captions of pictures included. */
export function passages(md: MarkdownIt): void {
  md.core.ruler.after('lines', 'passages', (state) => {
    const found = findingsOf(state.env).passages;
    for (const token of state.tokens) {
      if (token.type === 'inline') found.push(...linesOf(token));
    }
  });
}

function linesOf(block: Token): Passage[] {
  const made: Passage[] = [{ line: lineOf(block), text: '', pieces: [] }];
  const tokens = block.children ?? [];
  for (const [at, token] of tokens.entries()) {
    const last = made.at(-1)!;
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      // A break inside a cell does not leave its line of the source.
      made.push({ line: lineOf(tokens[at + 1] ?? token), text: '', pieces: [] });
    } else if (token.type === 'text') {
      last.text += token.content;
      last.pieces.push(token.content);
    } else if (token.type === 'image') {
      last.text += '\0';
      for (const words of [token.content, String(token.attrGet('title') ?? '')]) {
        made.splice(-1, 0, { line: lineOf(token), text: words, pieces: [words] });
      }
    } else if (token.nesting === 0) last.text += '\0';
  }
  return made.filter(({ text }) => text.trim() !== '');
}
