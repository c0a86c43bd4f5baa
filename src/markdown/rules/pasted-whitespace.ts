import type { MarkdownIt } from 'markdown-it';
import { normalised } from '../../model/text/characters.ts';

/**
 * Text pasted from Word, WeChat or a PDF contains characters that look like spaces, or are invisible, and prevent
 * Markdown from recognizing a heading or a list. They are replaced without a message, because editors cannot see them.
 *
 * Every replacement keeps the number of lines, because problems are reported by line.
 */
const replacements: ((text: string) => string)[] = [
  // Zero-width and no-break characters and Word's own line breaks, as for all input. A break becomes a space.
  (text) => normalised(text),
  // Full-width spaces that indent a paragraph. Here the style sheet decides on indents.
  (text) => text.replace(/^([ \t]*)\u3000[ \t\u3000]*/gm, '$1'),
  // Word's bullets are characters of its Symbol and Wingdings fonts, and show as empty boxes elsewhere.
  (text) =>
    text.replace(/^([ \t]*)[\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0fc][ \t\u3000]*(?=\S)/gm, '$1- '),
];

export function pastedWhitespace(md: MarkdownIt): void {
  md.core.ruler.after('normalize', 'pasted_whitespace', (state) => {
    state.src = replacements.reduce((text, replaced) => replaced(text), state.src);
  });
}
