import type { MarkdownIt, StateBlock } from 'markdown-it';
import { addedCells } from '../limits.ts';
import { reportProblem } from '../render-env.ts';

/**
 * markdown-it adds the cells that a row lacks. A wide head above thousands of rows of one sign would become a table of
 * a hundred thousand cells, so only so many are added in a text. What is beyond stays text, with a message.
 */
export function shortRows(md: MarkdownIt): void {
  const [table] = md.block.ruler.getRules('');
  if (!table) throw new Error('markdown-it has no rule for tables.');
  md.block.ruler.at(
    'table',
    (state, startLine, endLine, silent) => {
      if (silent || !table(state, startLine, endLine, true)) return table(state, startLine, endLine, silent);
      const left = (state.env['cellsLeft'] as number | undefined) ?? addedCells(state.src.length);
      if (left < 0) return false;
      const lacking = cellsLacking(state, startLine, endLine);
      state.env['cellsLeft'] = left - lacking;
      if (lacking <= left) return table(state, startLine, endLine, silent);
      reportProblem(
        state.env,
        startLine + 1,
        '这里的表格有很多行比表头少很多格，排不出来。请删去用不着的列和空行，或把每一行的格子用“|”补齐。',
      );
      return false;
    },
    { alt: ['paragraph', 'reference'] },
  );
}

/** How many cells the rows of a table have less than its head. */
function cellsLacking(state: StateBlock, startLine: number, endLine: number): number {
  const columns = cellsIn(state, startLine);
  let lacking = 0;
  for (let line = startLine + 2; line < endLine && !state.isEmpty(line); line++)
    lacking += Math.max(0, columns - cellsIn(state, line));
  return lacking;
}

const cellsIn = ({ src, bMarks, tShift, eMarks }: StateBlock, line: number): number =>
  src.slice(bMarks[line]! + tShift[line]!, eMarks[line]).split('|').length - 1;
