import type { MarkdownIt } from 'markdown-it';
import { harmfulIn, withoutUnseen } from '../../model/text/characters.ts';
import { reportProblem } from '../render-env.ts';

/**
 * Reports lost characters, control characters and bidirectional overrides, line by line, also when written as a
 * character reference (`&#x202e;`). Runs after `pasted_whitespace`, which turns Word's bullets into list items.
 */
export function harmfulCharacters(md: MarkdownIt): void {
  md.core.ruler.after('pasted_whitespace', 'harmful_characters', (state) => {
    for (const [index, line] of state.src.split('\n').entries()) {
      const found = harmfulIn(line.replace(characterReference, decoded));
      if (found !== undefined) reportProblem(state.env, index + 1, `这一行里${found}`);
    }
    state.src = withoutUnseen(state.src);
  });
}

const characterReference = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

function decoded(_: string, hexadecimal?: string, decimal?: string): string {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return String.fromCodePoint(code > 0x10ffff ? 0xfffd : code);
}
