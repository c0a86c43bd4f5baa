import type { MarkdownIt } from 'markdown-it';
import { reportProblem } from '../render-env.ts';

/**
 * `<!-- … -->` is a note for other editors, and converters leave such comments around tables. Readers never see it.
 * With HTML off, markdown-it would print it.
 */
export function htmlComments(md: MarkdownIt): void {
  md.block.ruler.before(
    'paragraph',
    'html_comment',
    (state, startLine, endLine, silent) => {
      const start = state.bMarks[startLine]! + state.tShift[startLine]!;
      if (!state.src.startsWith('<!--', start)) return false;
      const end = state.src.indexOf('-->', start + 4);
      const lastLine = endOf(startLine, end);
      // With text after it on its last line, it is an inline comment.
      if (lastLine < 0 || state.src.slice(end + 3, state.eMarks[lastLine]).trim() !== '') return false;
      if (!silent) state.line = lastLine + 1;
      return true;

      function endOf(line: number, position: number): number {
        if (position < 0) return -1;
        while (line < endLine && state.eMarks[line]! < position) line++;
        return line < endLine ? line : -1;
      }
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );

  md.inline.ruler.before('autolink', 'html_comment', (state, silent) => {
    if (!state.src.startsWith('<!--', state.pos)) return false;
    const end = state.src.indexOf('-->', state.pos + 4);
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
