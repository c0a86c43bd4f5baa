import type { MarkdownIt } from 'markdown-it';

/**
 * Text pasted from Word, WeChat or a PDF brings characters that look like blanks, or like nothing, and stop
 * Markdown from seeing a heading or a list. They are folded silently: the editor cannot see them to mend them.
 *
 * Every fold keeps the number of lines, because problems are reported by line.
 */
const folds: ((text: string) => string)[] = [
  // Zero width, soft hyphen and direction marks. U+200D stays: it holds compound emoji together.
  (text) =>
    text.replace(/[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, ''),
  // Control characters, but for tab and line break; Word's own line break (U+000B) is a blank.
  (text) => text.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, ''),
  (text) => text.replace(/[\u000b\u000c\u0085\u00a0\u2028\u2029\u202f]/g, ' '),
  // Two full-width blanks open a Chinese paragraph on paper. Here the style does that, or does not.
  (text) => text.replace(/^([ \t]*)\u3000[ \t\u3000]*/gm, '$1'),
  // Word's bullets are letters of its Symbol and Wingdings fonts; elsewhere they show as empty boxes.
  (text) =>
    text.replace(/^([ \t]*)[\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0fc][ \t\u3000]*(?=\S)/gm, '$1- '),
];

export function pastedText(md: MarkdownIt): void {
  md.core.ruler.after('normalize', 'pasted_text', (state) => {
    state.src = folds.reduce((text, fold) => fold(text), state.src);
  });
}
