import type { MarkdownIt } from 'markdown-it';
import { harmfulIn, withoutUnseen } from '../../model/text/characters.ts';
import { reportProblem } from '../render-env.ts';

/**
 * Lost characters, controls and marks that turn the text round are told to the editor, line by line, also where they
 * are written as a number (`&#x202e;`). Stands behind `pasted_text`, which has made list items of Word's bullets.
 */
export function harmfulCharacters(md: MarkdownIt): void {
  md.core.ruler.after('pasted_text', 'harmful_characters', (state) => {
    for (const [index, line] of state.src.split('\n').entries()) {
      const said = harmfulIn(line.replace(numbered, byNumber));
      if (said !== undefined) reportProblem(state.env, index + 1, `这一行里${said}`);
    }
    state.src = withoutUnseen(state.src);
  });
}

const numbered = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

function byNumber(_: string, hexadecimal?: string, decimal?: string): string {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return String.fromCodePoint(code > 0x10ffff ? 0xfffd : code);
}
