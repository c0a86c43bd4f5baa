import type { MarkdownIt, StateBlock } from 'markdown-it';
import { reportProblem } from '../render-env.ts';
import { ClosingMark } from '../syntax/closing-mark.ts';

/**
 * `<!-- … -->` is a note for other editors, and converters leave such comments around tables. Readers never see it.
 * With HTML off, markdown-it would print it.
 */
export function htmlComments(md: MarkdownIt): void {
  const closings = new WeakMap<object, ClosingMark>();
  const closingAfter = (state: { src: string }, from: number): number => {
    const closing = closings.get(state) ?? new ClosingMark('-->');
    closings.set(state, closing);
    return closing.after(state.src, from);
  };

  md.block.ruler.before(
    'paragraph',
    'html_comment',
    (state, startLine, endLine, silent) => {
      const start = state.bMarks[startLine]! + state.tShift[startLine]!;
      if (!state.src.startsWith('<!--', start)) return false;
      const end = closingAfter(state, start + 4);
      const lastLine = end < 0 ? -1 : lineAt(state, startLine, endLine, end);
      // With text after it on its last line, it is an inline comment.
      if (lastLine < 0 || state.src.slice(end + 3, state.eMarks[lastLine]).trim() !== '') return false;
      if (!silent) state.line = lastLine + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );

  md.inline.ruler.before('autolink', 'html_comment', (state, silent) => {
    if (!state.src.startsWith('<!--', state.pos)) return false;
    const end = closingAfter(state, state.pos + 4);
    if (end < 0 || end + 3 > state.posMax) return false;
    if (!silent) {
      const token = state.push('comment', '', 0);
      token.content = state.src.slice(state.pos, end + 3);
    }
    state.pos = end + 3;
    return true;
  });
  md.renderer.rules.comment = () => '';

  md.core.ruler.push('unclosed_comments', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline') continue;
      for (const child of token.children ?? []) {
        if (child.type !== 'text' || !child.content.includes('<!--')) continue;
        reportProblem(
          state.env,
          (child.map?.[0] ?? 0) + 1,
          '批注以“<!--”开头，却没有结束。请在批注末尾写上“-->”。',
        );
      }
    }
  });
}

/** The line that contains a position; -1 if it is after the last line. Binary search, because each mark looks for it. */
function lineAt({ eMarks }: StateBlock, first: number, end: number, position: number): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (eMarks[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low < end ? low : -1;
}
