import type { MarkdownIt } from 'markdown-it';
import { normalised } from '../../model/text/characters.ts';

/**
 * Text pasted from Word, WeChat or a PDF brings characters that look like blanks, or like nothing, and stop
 * Markdown from seeing a heading or a list. They are folded silently: the editor cannot see them to mend them.
 *
 * Every fold keeps the number of lines, because problems are reported by line.
 */
const folds: ((text: string) => string)[] = [
  // Zero width, no-break and Word's own breaks, as everywhere a text comes in. A break is a blank here.
  (text) => normalised(text),
  // Two full-width blanks open a Chinese paragraph on paper. Here the style does that, or does not.
  (text) => text.replace(/^([ \t]*)\u3000[ \t\u3000]*/gm, '$1'),
  // Word's bullets are letters of its Symbol and Wingdings fonts; elsewhere they show as empty boxes.
  (text) =>
    text.replace(/^([ \t]*)[\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0fc][ \t\u3000]*(?=\S)/gm, '$1- '),
];

export function pastedWhitespace(md: MarkdownIt): void {
  md.core.ruler.after('normalize', 'pasted_text', (state) => {
    state.src = folds.reduce((text, fold) => fold(text), state.src);
  });
}
