import type { Token } from 'markdown-it';

/** The text of one paragraph, heading or cell after parsing, with a map from positions to tokens. */
export interface MappedText {
  text: string;
  tokenAt: (position: number) => Token;
}

// Replaces everything that is not plain text: code, images and escaped characters.
const placeholder = '\u0000';

export function mappedTexts(tokens: Token[]): MappedText[] {
  return tokens.filter((token) => token.type === 'inline').map(mappedText);
}

function mappedText(block: Token): MappedText {
  const starts: [number, Token][] = [];
  let text = '';
  for (const token of block.children ?? []) {
    starts.push([text.length, token]);
    // A backslash before a letter is no escape: “\pagebreak”.
    const isText = token.type === 'text' || (token.type === 'text_special' && token.content === token.markup);
    if (isText) text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n';
    else if (token.nesting === 0) text += placeholder;
  }
  return { text, tokenAt: (position) => lastBefore(starts, position) ?? block };
}

/** Binary search, because long texts look up a token for every line. */
function lastBefore(starts: readonly [number, Token][], position: number): Token | undefined {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]![0] <= position) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.[1];
}
