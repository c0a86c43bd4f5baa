import type { Token } from 'markdown-it';

/** The text of one paragraph, heading or cell as the parser left it, and the way back from a position to its token. */
export interface InlineText {
  text: string;
  tokenAt: (position: number) => Token;
}

// Stands for anything that is not plain text: code, pictures, and characters the editor escaped on purpose.
const other = '\u0000';

export function inlineTexts(tokens: Token[]): InlineText[] {
  return tokens.filter((token) => token.type === 'inline').map(textRun);
}

function textRun(block: Token): InlineText {
  const starts: [number, Token][] = [];
  let text = '';
  for (const token of block.children ?? []) {
    starts.push([text.length, token]);
    // A backslash before a letter escapes nothing: “\pagebreak”.
    const isText = token.type === 'text' || (token.type === 'text_special' && token.content === token.markup);
    if (isText) text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n';
    else if (token.nesting === 0) text += other;
  }
  return { text, tokenAt: (position) => lastBefore(starts, position) ?? block };
}

/** Halves what is left to search: a text of many lines asks for each of them. */
function lastBefore(starts: readonly [number, Token][], position: number): Token | undefined {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]![0] <= position) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.[1];
}
